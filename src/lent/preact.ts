/** What templates render with, lent to functions that cannot see it themselves. */
export * from 'preact';

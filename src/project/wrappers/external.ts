/** What a build must leave as it is: it finds its files from where it lies. */
export const external = ['cardstock-og', '@sparticuz/chromium', 'puppeteer-core'];

/**
 * What draws and encodes a deployed card: the pinned browser, the pinned encoder and the
 * revision of our recipes for them. It is part of every content version, so it must be the
 * same on the laptop that builds a site, whatever browser lives there, and on the server.
 * A test holds it against package.json.
 */
export const pinnedEngine = '@sparticuz/chromium 153.0.0, sharp 0.35.5, recipes 1';

/**
 * How a card is drawn and encoded here, apart from the programs that do it. Count it up with
 * every change to flags, fitting or encoders that changes a picture: it is part of every key.
 */
export const recipeRevision = 4;

/**
 * What draws and encodes a deployed card: the pinned browser, the pinned encoder and our
 * recipes for them. It is part of every content version, so it must be the same on the
 * laptop that builds a site, whatever browser lives there, and on the server. A test holds
 * it against package.json.
 */
export const pinnedEngine = `@sparticuz/chromium 153.0.0, sharp 0.35.5, recipes ${recipeRevision}`;

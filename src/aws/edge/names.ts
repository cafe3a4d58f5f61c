/** The query that carries a name too long for a key; S3 looks over parameters that begin so. */
export const longNameParameter = 'x-card';

/** Carries what a viewer says as `Authorization`, in whose place CloudFront signs for the renderer. */
export const authorizationHeader = 'x-cardstock-authorization';

/** What the KeyValueStore holds: as `OG_SECRETS`, the first signs and all verify. */
export const secretsKey = 'secrets';

/** What the KeyValueStore holds: the path of the picture for whoever asks for no card. */
export const defaultPictureKey = 'default';

/** Where that picture lies unless somebody says otherwise. */
export const defaultPicturePath = '/default.jpg';

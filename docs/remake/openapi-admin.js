import { limitsForOwners } from '../../dist/src/card/pictures/limits.js';
import { pictureTypes, usualTypes } from '../../dist/src/pictures/verify/kinds.js';
import { apiPath } from '../../dist/src/serve/url/paths.js';
import { jsonErrors } from './openapi-errors.js';

const administrator = [{ administrator: [] }];
const json = (schema) => ({ 'application/json': { schema } });
const object = (required, properties) => ({ type: 'object', required, properties });
const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const query = (name, description, schema = text) => ({ name, in: 'query', description, schema });

/** Every one of these may hear: who it is cannot be told, or the place of pictures does not answer. */
const usualErrors = [400, 401, 429, 500, 502, 503];

const facts = {
  path: { type: 'string', examples: ['blog/photo.jpg'] },
  byteLength: count,
  type: { enum: pictureTypes },
  width: count,
  height: count,
};
const grant = {
  name: { type: 'string', description: 'Where it is to lie; without it a hash of the picture' },
  folder: { type: 'string', description: 'Before a name that is a hash' },
  maxBytes: { type: 'integer', minimum: 1, maximum: limitsForOwners.maxBytes },
  types: { type: 'array', minItems: 1, items: { enum: pictureTypes }, default: usualTypes },
  overwrite: { type: 'boolean', default: false },
};

export const adminSchemas = {
  pictureFacts: object(['path', 'byteLength', 'modifiedAt'], {
    path: facts.path,
    byteLength: count,
    modifiedAt: { type: 'string', format: 'date-time' },
  }),
  pictureDetails: object(['path', 'byteLength', 'modifiedAt', 'type', 'width', 'height', 'version'], {
    ...facts,
    modifiedAt: { type: 'string', format: 'date-time' },
    version: text,
  }),
  keptPicture: object(['path', 'byteLength', 'type', 'width', 'height'], facts),
  wantedUpload: {
    ...object([], {
      ...grant,
      expiresInSeconds: { type: 'integer', minimum: 1, maximum: 7 * 86_400, default: 3_600 },
    }),
    additionalProperties: false,
  },
  upload: object(['url', 'maxBytes', 'types', 'overwrite', 'expiresAt'], {
    url: text,
    ...grant,
    expiresAt: { type: 'string', format: 'date-time' },
  }),
};

export const securitySchemes = {
  administrator: {
    type: 'http',
    scheme: 'bearer',
    description: '`OG_ADMIN_TOKEN`, or a JSON Web Token as `OG_ADMIN_JWT` says',
  },
};

const ref = (name) => ({ $ref: `#/components/schemas/${name}` });

/** What administrators ask about pictures, where there are some (`OG_ADMIN_TOKEN`, `OG_ADMIN_JWT`). */
export function adminPaths() {
  return {
    [apiPath]: { get: list('listPictures'), head: list('listPicturesHead') },
    [`${apiPath}/uploads`]: { post: newUpload() },
    [`${apiPath}/uploads/{ticket}`]: { post: upload() },
    [`${apiPath}/purge`]: { post: purgeTag() },
    [`${apiPath}/{path}`]: { get: one('getPicture'), head: one('getPictureHead'), delete: remove() },
    [`${apiPath}/{path}/purge`]: { post: purge() },
  };
}

function list(operationId) {
  const page = object(['pictures'], {
    pictures: { type: 'array', items: ref('pictureFacts') },
    next: { type: 'string', description: 'What `after` is on the next page' },
  });
  const link = { Link: { description: 'The next page, where there is one', schema: text } };
  return ofAdministrators(operationId, 'The pictures of the site, by path', {
    parameters: [
      query('prefix', 'What their paths begin with'),
      query('after', 'Which path they come after'),
      query('limit', 'How many', { type: 'integer', minimum: 1, maximum: 1_000, default: 100 }),
    ],
    responses: { 200: { description: 'A page of them', headers: link, content: json(page) } },
  });
}

function newUpload() {
  const made = { description: 'Made', content: json(object(['upload'], { upload: ref('upload') })) };
  return ofAdministrators('createUpload', 'An address that takes one picture, once', {
    requestBody: { content: json(ref('wantedUpload')) },
    responses: { 201: made, ...jsonErrors([408, 413, 415]) },
  });
}

function upload() {
  const ticket = { name: 'ticket', in: 'path', required: true, description: 'What it allows', schema: text };
  const signed = ['exp', 'sig'].map((name) => ({ ...query(name, 'As it was given'), required: true }));
  const file = object(['file'], { file: { type: 'string', format: 'binary' } });
  const kept = json(object(['picture'], { picture: ref('keptPicture') }));
  return {
    operationId: 'upload',
    summary: 'One picture, to an address that was given for it',
    security: [],
    parameters: [ticket, ...signed],
    requestBody: {
      required: true,
      content: { 'multipart/form-data': { schema: file }, 'image/*': {}, 'application/octet-stream': {} },
    },
    responses: {
      200: { description: 'It was there already, under its hash', content: kept },
      201: { description: 'It is kept', content: kept },
      ...jsonErrors([400, 403, 408, 409, 410, 413, 415, 422, 429, 500, 502, 503]),
    },
  };
}

function one(operationId) {
  const found = json(object(['picture'], { picture: ref('pictureDetails') }));
  return ofAdministrators(operationId, 'All of a picture but itself', {
    parameters: [path],
    responses: { 200: { description: 'It is there', content: found }, ...jsonErrors([404, 422]) },
  });
}

function remove() {
  const removed = json(object(['removed'], { removed: text }));
  return ofAdministrators('removePicture', 'A picture and all of its sizes go', {
    parameters: [path],
    responses: { 200: { description: 'Gone', content: removed }, ...jsonErrors([404]) },
  });
}

const path = { name: 'path', in: 'path', required: true, description: 'Of the picture', schema: text };
const purged = { description: 'Gone', content: json(object(['removed'], { removed: count })) };

function purge() {
  return ofAdministrators('purgePicture', 'All sizes of a picture are forgotten, and it stays', {
    parameters: [path],
    responses: { 200: purged },
  });
}

function purgeTag() {
  const tag = query(
    'tag',
    'As in `template-article`, `variant-md`, `image-blog/photo.jpg`, `img`, `cardstock`',
  );
  return ofAdministrators('purgeTag', 'All that carries a tag is forgotten, here and in CDNs', {
    parameters: [{ ...tag, required: true }],
    responses: { 200: purged },
  });
}

function ofAdministrators(operationId, summary, { responses, ...operation }) {
  return {
    operationId,
    summary,
    security: administrator,
    ...operation,
    responses: { ...responses, ...jsonErrors(usualErrors) },
  };
}

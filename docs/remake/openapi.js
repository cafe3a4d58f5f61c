import { imageFormats, variantNames } from '../../dist/src/card/variants.js';
import { jsonSchemaOf } from '../../dist/src/card/props/json-schema.js';
import { completePaths, redirectPath, rendererPath, sealedPrefix } from '../../dist/src/serve/url/paths.js';
import { endingOf, pictureFormats } from '../../dist/src/pictures/sized/formats.js';
import { usualVariants } from '../../dist/src/pictures/sized/rules.js';
import { limits } from '../../dist/src/serve/limits.js';
import { templates } from '../../dist/templates/index.js';
import { adminPaths, adminSchemas, securitySchemes } from './openapi-admin.js';
import { errorResponses, errorSchema } from './openapi-errors.js';

const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
const query = (name, description, schema = { type: 'string' }) => ({
  name,
  in: 'query',
  description,
  schema,
});

const signature = [
  query('exp', 'Until when the URL is good, in seconds since 1970', { type: 'integer' }),
  query('sig', 'The signature, HMAC-SHA256 in hexadecimal, always last; needed in production', {
    type: 'string',
    pattern: '^[0-9a-f]{64}$',
  }),
];

const cardParameters = [
  {
    ...query('template', 'The design', { type: 'string', examples: templates.map(({ name }) => name) }),
    required: true,
  },
  query('size', 'How large the card is had: the name of a size of pictures', {
    type: 'string',
    examples: Object.keys(usualVariants),
  }),
  query('variant', 'The layout, or one of your own', {
    type: 'string',
    examples: variantNames,
    default: 'og',
  }),
  query('format', 'The format', { enum: imageFormats, default: 'jpeg' }),
  query('example', 'One of the examples of the template, for the props that are not given'),
  query('lang', 'The language of the words, as in `ja` or `pt-BR`; else it is guessed from their script'),
  {
    ...query(
      'props',
      'The props of the template. Lists are `tags=a,b` or JSON, parts of objects `speakers.0.name=Ada`',
      {
        anyOf: templates.map(({ name }) => ref(name)),
      },
    ),
    style: 'form',
    explode: true,
  },
];

const headers = {
  ETag: { description: 'A hash of all that shows', schema: { type: 'string' } },
  'Cache-Control': { schema: { type: 'string' } },
  'Cache-Status': { description: 'Where the picture came from (RFC 9211)', schema: { type: 'string' } },
  'Cardstock-Missing-Glyphs': { description: 'Characters that no font can draw', schema: { type: 'string' } },
  'Cardstock-Missing-Fonts': {
    description: 'Families that are nowhere declared',
    schema: { type: 'string' },
  },
  'Cardstock-Missing-Images': {
    description: 'Pictures that could not be had, and why',
    schema: { type: 'string' },
  },
};

const image = {
  description: 'The picture, or in bad times a stand-in for it, which `Cache-Status` says',
  headers,
  content: Object.fromEntries(imageFormats.map((format) => [`image/${format}`, {}])),
};
const notModified = { description: 'The picture has not changed; no browser was touched', headers };

const card = {
  200: image,
  304: notModified,
  ...errorResponses([400, 403, 404, 410, 413, 414, 429, 500, 502, 503, 504]),
};
const json = (description, schema) => ({ description, content: { 'application/json': { schema } } });

/** What a server answers, in the words of OpenAPI 3.1. Paths are those of a server that says nothing else. */
export function openapi(version) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Cardstock',
      version,
      description: 'Open Graph images over HTTP. `paths` and `basePath` of the config move all of this.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'http://localhost:8888' }],
    paths: {
      [rendererPath]: readable(),
      [`${sealedPrefix}{name}`]: sealed(),
      [redirectPath]: { get: redirect('get'), head: redirect('head') },
      [`${completePaths({}).pictures}{path}`]: picture(),
      ...adminPaths(),
      '/health': { get: operation('health', 'Does it live?', { 200: json('It does', { type: 'object' }) }) },
      '/ready': {
        get: operation('ready', 'Can it make cards?', {
          200: json('It can', ref('readiness')),
          503: json('It cannot, and which check says so', ref('readiness')),
        }),
      },
    },
    components: {
      schemas: {
        ...Object.fromEntries(templates.map(propsSchema)),
        error: errorSchema,
        readiness,
        ...adminSchemas,
      },
      securitySchemes,
    },
  };
}

function readable() {
  const parameters = [
    ...cardParameters,
    {
      ...query('explain', 'The receipt of the card, as JSON, in place of its picture'),
      allowEmptyValue: true,
    },
    ...signature,
  ];
  const answers = {
    ...card,
    200: { ...image, content: { ...image.content, 'application/json': { schema: { type: 'object' } } } },
  };
  return eachMethod('card', 'A card by its props', answers, parameters);
}

function sealed() {
  const name = {
    name: 'name',
    in: 'path',
    required: true,
    description: 'The card itself, packed, and the ending of its format',
    schema: { type: 'string', pattern: String.raw`^[\w-]+\.(jpg|png|webp)$` },
  };
  return eachMethod('sealedCard', 'A card by its sealed address', card, [name, ...signature]);
}

/** Of a site that keeps pictures (`OG_PICTURES`). */
function picture() {
  const path = {
    name: 'path',
    in: 'path',
    required: true,
    description: `Of the original, then a size, then a format (${Object.values(endingOf).join(', ')}, or auto): blog/photo-md.webp`,
    schema: { type: 'string' },
  };
  const version = query('v', 'The version of its content: with it the address is kept for good', {
    type: 'string',
    pattern: String.raw`^[\w-]{10}$`,
  });
  const found = {
    description: 'The picture',
    headers: { ETag: headers.ETag, 'Cache-Control': headers['Cache-Control'] },
    content: Object.fromEntries(pictureFormats.map((format) => [`image/${format}`, {}])),
  };
  const answers = {
    200: found,
    304: notModified,
    ...errorResponses([400, 403, 404, 405, 410, 414, 429, 500, 502, 503]),
  };
  const parameters = [path, version, ...signature];
  return {
    get: operation('picture', 'A picture of the site in a size', answers, parameters),
    head: operation('pictureHead', 'A picture of the site: its headers', answers, parameters),
  };
}

function eachMethod(id, summary, responses, parameters) {
  const body = {
    description: `Read, up to ${limits.bodyBytes} bytes, and forgotten`,
    content: { '*/*': {} },
  };
  return {
    get: operation(id, summary, responses, parameters),
    head: operation(`${id}Head`, `${summary}: its headers`, responses, parameters),
    post: {
      ...operation(`${id}Post`, `${summary}, as Cloudinary asks`, responses, parameters),
      requestBody: body,
    },
  };
}

function redirect(method) {
  const location = { description: 'At Cloudinary, or the sealed address', schema: { type: 'string' } };
  const found = { description: 'Where the card is cached', headers: { Location: location } };
  return operation(
    method === 'get' ? 'redirect' : 'redirectHead',
    'To where a card is cached',
    { 302: found, ...errorResponses([400, 403, 404, 405, 414, 500, 502, 504]) },
    [...cardParameters, ...signature],
  );
}

function operation(operationId, summary, responses, parameters = []) {
  return { operationId, summary, ...(parameters.length > 0 && { parameters }), responses };
}

function propsSchema({ name, description, props }) {
  const schema = { title: name, description, ...jsonSchemaOf(props) };
  delete schema.$schema; // OpenAPI 3.1 speaks of no other
  return [name, schema];
}

const readiness = {
  type: 'object',
  required: ['ready', 'degraded', 'checks'],
  properties: {
    ready: { type: 'boolean' },
    degraded: {
      type: 'boolean',
      description: 'Cards are served, and something that they can do without fails',
    },
    checks: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['ok'],
        properties: {
          ok: { type: 'boolean' },
          ms: { type: 'number' },
          detail: { type: 'string' },
          problem: { type: 'string' },
        },
      },
    },
  },
};

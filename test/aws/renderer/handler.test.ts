import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { lambdaHandler, type Renderer } from '../../../src/aws/renderer/handler.ts';
import type { FunctionUrlEvent } from '../../../src/aws/lambda.ts';
import { Cardstock } from '../../../src/cardstock.ts';
import { storeFailed } from '../../../src/serve/cache/events.ts';
import type { Answer } from '../../../src/serve/http/answer.ts';
import { requestEnded } from '../../../src/serve/http/request-record.ts';
import { objectName } from '../../../src/serve/url/object-name.ts';
import { completePaths } from '../../../src/serve/url/paths.ts';
import { templates } from '../../../templates/index.ts';

const picture: Answer = {
  status: 200,
  headers: {
    'content-type': 'image/jpeg',
    'content-length': '3',
    'cache-control': 'public, max-age=31536000, immutable',
  },
  body: Buffer.from('jpg'),
};

function createRenderer(answer: Answer = picture, fallback?: object) {
  const card = vi.fn<(request: Request) => Promise<Answer>>(() => Promise.resolve(answer));
  const render = vi.fn(() => Promise.resolve({ bytes: Buffer.from('the card for bad times') }));
  const probe = vi.fn(() => Promise.resolve());
  const renderer = {
    answers: { card },
    config: { paths: completePaths({}), store: 'none', fallback },
    probes: { card: probe },
    render,
  } as unknown as Renderer;
  return { card, probe, handler: lambdaHandler(renderer, { write: () => {} }) };
}

function event(rawPath: string, { method = 'GET', rawQueryString = '' } = {}): FunctionUrlEvent {
  const domainName = 'abc.lambda-url.us-east-1.on.aws';
  return { rawPath, rawQueryString, requestContext: { domainName, http: { method } } };
}

describe('a picture of the site, on Lambda', () => {
  it('is asked for as it came: with its version, its signature and what the browser shows', async () => {
    const asked: Request[] = [];
    const answers = {
      card: () => Promise.reject(new Error('it is no card')),
      picture: (request: Request) => Promise.resolve((asked.push(request), picture)),
    };
    const config = { paths: completePaths({}), basePath: '', pictures: 's3://photos/originals' };
    const handler = lambdaHandler({ answers, config } as unknown as Renderer, { write: () => {} });
    const query = { rawQueryString: 'v=abcdefghij&sig=1' };
    const headers = { accept: 'image/webp,*/*' };
    const result = await handler({ ...event('/img/blog/a-md', query), headers });
    expect(result).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    const [request] = asked as [Request];
    expect(new URL(request.url).pathname + new URL(request.url).search).toBe(
      '/img/blog/a-md?v=abcdefghij&sig=1',
    );
    expect(request.headers.get('accept')).toBe('image/webp,*/*');
  });
});

describe('what administrators ask, on Lambda', () => {
  const config = { paths: completePaths({}), basePath: '' };
  function ask(headers: Record<string, string>, status = 200) {
    const asked: Request[] = [];
    const api = (request: Request) => Promise.resolve((asked.push(request), { ...picture, status }));
    const handler = lambdaHandler({ answers: { api }, config } as unknown as Renderer, { write: () => {} });
    return { asked, result: handler({ ...event('/api/pictures'), headers }) };
  }

  it('says who asks, where CloudFront has said that it asks', async () => {
    const { asked, result } = ask({
      authorization: 'AWS4-HMAC-SHA256 Credential=x',
      'x-cardstock-authorization': 'Bearer abc',
    });
    await result;
    expect(asked[0]!.headers.get('authorization')).toBe('Bearer abc');
    expect(asked[0]!.headers.has('x-cardstock-authorization')).toBe(false);
  });

  it.each([
    [200, 200],
    [401, 401],
    [404, 410],
    [409, 409],
    [500, 424],
    [502, 424],
    [503, 429],
  ])('is never a status that CloudFront has a picture for: %i is %i', async (status, told) => {
    expect(await ask({}, status).result).toMatchObject({ statusCode: told });
  });
});

describe('the renderer on Lambda', () => {
  it('answers with the picture itself, as it may be kept', async () => {
    const { handler, card } = createRenderer();
    expect(await handler(event('/og/Abc.jpg'))).toEqual({
      statusCode: 200,
      headers: {
        'content-type': 'image/jpeg',
        'cache-control': 'public, max-age=31536000, immutable',
      },
      body: Buffer.from('jpg').toString('base64'),
      isBase64Encoded: true,
    });
    const [[request]] = card.mock.calls as [[Request]];
    expect(request.url).toBe('https://abc.lambda-url.us-east-1.on.aws/og/Abc.jpg');
  });

  it('says its tags where the objects of the bucket say theirs', async () => {
    const tags = 'cardstock,template-plain';
    const { handler } = createRenderer({ ...picture, headers: { ...picture.headers, 'cache-tag': tags } });
    expect((await handler(event('/og/Abc.jpg'))).headers).toMatchObject({ 'x-amz-meta-cache-tag': tags });
  });

  it('tells a HEAD what a GET gets, and makes the picture all the same', async () => {
    const { handler, card } = createRenderer();
    expect(await handler(event('/og/Abc.jpg', { method: 'HEAD' }))).toMatchObject({
      statusCode: 200,
      body: '',
    });
    expect(card.mock.calls[0]![0].method).toBe('GET');
  });

  it.each([
    ['has a body', '/og/Abc.jpg', { body: 'AAAA', isBase64Encoded: true }],
    ['has no query at all', '/og/Abc.jpg', { rawQueryString: undefined }],
    [
      'has odd headers',
      '/og/Abc.jpg',
      { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } },
    ],
    ['names a host in its path', '//evil.example/og/Abc.jpg', {}],
    ['has a broken escape', '/og/%zz%00.jpg', {}],
  ])('asks for its path alone where a request %s', async (_name, rawPath, more) => {
    const { handler, card } = createRenderer();
    expect(await handler({ ...event(rawPath), ...more })).toMatchObject({ statusCode: 200 });
    const [[request]] = card.mock.calls as [[Request]];
    expect(request.url).toBe(`https://abc.lambda-url.us-east-1.on.aws${rawPath}`);
    expect(request.body).toBeNull();
  });

  it('drops what a query says', async () => {
    const { handler, card } = createRenderer();
    await handler(event('/og/Abc.jpg', { rawQueryString: 'a=b&x-card=Other.jpg' }));
    expect(card.mock.calls[0]![0].url).toMatch(/\/og\/Abc\.jpg$/);
  });

  it('makes the card whose name was too long for a key', async () => {
    const { handler, card } = createRenderer();
    const name = `A${'b'.repeat(2_000)}.jpg`;
    await handler(event(`/og/${objectName(name)}`, { rawQueryString: `x-card=${name}` }));
    expect(card.mock.calls[0]![0].url).toMatch(new RegExp(`/og/${name}$`));
  });

  it('leaves an error an error, where a server would show a stand-in', async () => {
    const cardstock = new Cardstock({
      templates,
      environment: {},
      config: { store: 'none', production: true, allowUnsigned: true },
    });
    onTestFinished(() => cardstock.close());
    const handler = lambdaHandler(cardstock, { write: () => {} });
    const answer = await handler(event('/og/Abc.jpg'));
    expect(answer).toMatchObject({ statusCode: 400, headers: { 'cache-control': 'no-store' } });
    expect(answer.headers['content-type']).toBe('application/json');
  });

  it('answers with the default picture where CloudFront looks for it and it is not there yet', async () => {
    const { handler, card } = createRenderer();
    const answer = await handler(event('/default.jpg'));
    expect(answer).toMatchObject({ statusCode: 200, headers: { 'cache-control': 'public, max-age=60' } });
    expect(Buffer.from(answer.body, 'base64').subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(card).not.toHaveBeenCalled();
  });

  it('has the card for bad times as its default picture, if there is one', async () => {
    const { handler } = createRenderer(picture, { template: 'plain', props: { title: 'Soon' } });
    const { body } = await handler(event('/default.jpg'));
    expect(Buffer.from(body, 'base64').toString()).toBe('the card for bad times');
  });

  it('draws a card when it is deployed, and fails where it cannot', async () => {
    const { handler, probe } = createRenderer();
    await handler({});
    expect(probe).toHaveBeenCalledTimes(1);
    probe.mockRejectedValueOnce(new Error('no browser'));
    await expect(handler({})).rejects.toThrow('no browser');
  });
});

describe('the log of the renderer', () => {
  function logged(publish: () => void) {
    const lines: string[] = [];
    const renderer = { answers: {}, config: {}, probes: {}, render: vi.fn() } as unknown as Renderer;
    lambdaHandler(renderer, { service: 'Cards', write: (line) => lines.push(line) });
    publish();
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }
  const record = { id: '1', route: 'card', method: 'GET', status: 200, durationMs: 40.4, bytes: 3 };

  it('is a line of JSON a request, with figures that CloudWatch reads', () => {
    const [first, second] = logged(() => {
      requestEnded.publish({ ...record, template: 'plain', cache: 'rendered', missingGlyphs: 2 });
      requestEnded.publish({ ...record, status: 503, error: 'browser_unavailable' });
    });
    expect(first).toMatchObject({
      ...{ Service: 'Cards', Requests: 1, Renders: 1, Failures: 0, ColdStarts: 1, MissingGlyphs: 2 },
      ...{ DurationMs: 40, template: 'plain', route: 'card', status: 200 },
    });
    expect(first!['_aws']).toMatchObject({
      Timestamp: expect.any(Number) as number,
      CloudWatchMetrics: [
        {
          Namespace: 'Cardstock',
          Dimensions: [['Service']],
          Metrics: expect.arrayContaining([{ Name: 'DurationMs', Unit: 'Milliseconds' }]) as unknown[],
        },
      ],
    });
    expect(second).toMatchObject({ Renders: 0, Failures: 1, ColdStarts: 0, error: 'browser_unavailable' });
  });

  it('says that the bucket failed', () => {
    const [line] = logged(() => storeFailed.publish({ error: new Error('SlowDown') }));
    expect(line).toMatchObject({ StoreFailures: 1, Service: 'Cards', error: 'Error: SlowDown' });
  });
});

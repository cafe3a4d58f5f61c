import { type Credentials, sha256, signatureOf, type SignedRequest } from './sigv4.ts';

/** For whom and when a request without a body is signed. */
export interface SigningTerms {
  readonly credentials: Credentials;
  readonly region: string;
  readonly service: string;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** The headers of a request with those that Signature Version 4 adds to them. */
export function sign(
  request: Omit<SignedRequest, 'headers'> & { readonly headers: Readonly<Record<string, string>> },
  { credentials: { accessKeyId, secretAccessKey }, region, service, now }: SigningTerms,
): Record<string, string> {
  const time = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const date = time.slice(0, 8);
  const headers: Record<string, string> = {
    ...request.headers,
    'x-amz-date': time,
    'x-amz-content-sha256': sha256(''),
  };
  const signedHeaders = Object.keys(headers).sort().join(';');
  const terms = { date, region, service, time, signedHeaders, secretAccessKey };
  const signature = signatureOf({ ...request, headers }, terms);
  const scope = `${date}/${region}/${service}/aws4_request`;
  const parts = [
    `Credential=${accessKeyId}/${scope}`,
    `SignedHeaders=${signedHeaders}`,
    `Signature=${signature}`,
  ];
  return { ...headers, authorization: `AWS4-HMAC-SHA256 ${parts.join(', ')}` };
}

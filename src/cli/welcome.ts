import { networkInterfaces } from 'node:os';
import { relative } from 'node:path';
import type { Config } from '../config.ts';
import type { Project } from '../project/load-project.ts';
import { ownTemplates } from '../project/own-templates.ts';
import { keyId } from '../serve/url/signature.ts';
import { queryUrl } from '../serve/url/query-url.ts';

const wildcards: readonly string[] = ['0.0.0.0', '::'];

/** What a server says when it is there: where, a card to try, what is watched, and who may ask. */
export async function welcome(config: Config, origin: string, project: Project): Promise<string[]> {
  return [
    `listening on ${origin}`,
    `a first card: ${await firstCard(config, origin, project)}`,
    ...(config.production ? [] : [`open ${origin}/ to see your templates as you edit them`]),
    ...(config.production ? [] : watchedLines(project)),
    ...networkLines(config, origin),
    signatureLine(config),
  ];
}

/** A log must not hold a signature, so a server that needs one names the command that makes them. */
async function firstCard({ allowUnsigned, basePath, paths }: Config, origin: string, project: Project) {
  if (!allowUnsigned) return 'npx cardstock-og url plain';
  const [own] = await ownTemplates(project);
  const [example] = Object.keys(own?.examples ?? {});
  const card = own
    ? { template: own.name, props: {}, example }
    : { template: 'plain', props: { title: 'Hello' } };
  return `${origin}${basePath}${queryUrl(card, paths.card)}`;
}

function watchedLines({ configFile, templateFolder }: Project): string[] {
  if (!configFile) return ['templates of your own: npx cardstock-og init'];
  const watched = [...(templateFolder ? [`${hereOf(templateFolder)}/`] : []), hereOf(configFile)];
  return [`watching ${watched.join(' and ')}, with all that they import`];
}

function hereOf(path: string): string {
  return relative(process.cwd(), path) || '.';
}

/** Whoever is in the same café as well. */
function networkLines({ host, allowUnsigned }: Config, origin: string): string[] {
  if (!wildcards.includes(host)) return [];
  const { port } = new URL(origin);
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const outside = addresses.find(({ internal, family }) => !internal && family === 'IPv4')?.address;
  const where = outside ? `as http://${outside}:${port}` : 'under every address of this machine';
  const what = allowUnsigned ? 'whoever reaches it may have cards made' : 'only signed requests count';
  return [`the network may ask too, ${where}: ${what} (HOST=${host})`];
}

/** Keys are named by a fingerprint, so that a rotation can be followed in the log. */
function signatureLine({ allowUnsigned, secrets }: Config): string {
  const unsigned = allowUnsigned ? 'accepts unsigned requests' : 'refuses unsigned requests';
  const [first, ...others] = secrets.map(keyId);
  if (!first) return unsigned;
  return `${unsigned}; signs with key ${first}${others.length > 0 ? `, also takes ${others.join(', ')}` : ''}`;
}

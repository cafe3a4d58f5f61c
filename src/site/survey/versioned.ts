/** What a manual calls itself, taken apart. */
export interface VersionedName {
  readonly name?: string | undefined;
  readonly version?: string | undefined;
}

const version = String.raw`v?\d+(?:\.\d+|\.x)+[\w.+-]*|v\d+[\w.+-]*`;
const kinds =
  "(?:user['’]?s? |reference )?(?:guide|manual)|library calls|system calls|user commands|documentation|docs?|manual|handbook|api|reference|javadocs?|apidocs?";
const named = new RegExp(
  `^(.*?)[\\s(,–—-]*\\b(?:version |release )?(${version})\\)?(?:[\\s,–—-]+(?:${kinds})(?: (?:${kinds}))*)?$`,
  'iu',
);

/** `Kiln 1.2 documentation` is Kiln, version 1.2; ` 2.1.0 API` is a version of something. A name without a version stays whole. */
export function takeApart(text: string): VersionedName {
  const [, name, number] = named.exec(text.trim()) ?? [];
  if (number === undefined) return { name: withoutExplanation(text.trim()) || undefined };
  return { name: name?.replace(/[\s(,:–—-]+$/u, '') || undefined, version: number.replace(/^v/i, '') };
}

/** A card has room for a name of this length. */
const maxNameLength = 40;

/** `github.com/lamp/owl` is where owl is kept. */
const repository = /^(?:[\w-]+\.)+(?:com|dev|io|net|org)\/(?:\S+\/)*([\w.-]+)$/;

/** `libffi: the portable foreign function interface library` is called libffi. */
function withoutExplanation(name: string): string {
  const inRepository = repository.exec(name)?.[1];
  if (inRepository) return inRepository;
  if (name.length <= maxNameLength) return name;
  const called = /^(\S+(?: \S+){0,3}?)(?::| [-–—])\s/.exec(name)?.[1];
  return called ?? name;
}

/** A line of a Dockerfile, as in `USER node`. */
export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** All that becomes one image, from its `FROM` on. */
export interface Stage {
  readonly base: string;
  /** What other stages call it. */
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

/** As much of the language of Dockerfiles as ours speaks. */
export function parseDockerfile(text: string): Stage[] {
  const lines = text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n/g, ' ')
    .split('\n');
  const all = lines.filter(Boolean).map((line) => {
    const [name = '', ...words] = line.split(' ');
    return { name, rest: words.join(' ') };
  });
  const starts = all.flatMap(({ name }, index) => (name === 'FROM' ? [index] : []));
  return starts.map((start, index) => {
    const [base = '', , name] = all[start]!.rest.split(/\s+/);
    return { base, name, instructions: all.slice(start + 1, starts[index + 1]) };
  });
}

/** What an engine is told of a container by its image. */
export interface ImageConfig {
  readonly user: string;
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
  /** The words of its program. */
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
}

export function configOf({ instructions }: Stage): ImageConfig {
  const last = (name: string) => instructions.findLast((each) => each.name === name)?.rest ?? '';
  const words = (name: string) => JSON.parse(/\[.*\]$/.exec(last(name))![0]) as string[];
  const pairs = instructions
    .filter(({ name }) => name === 'ENV')
    .flatMap(({ rest }) => rest.split(/\s+/))
    .map((pair) => pair.split('=') as [string, string]);
  return {
    user: last('USER'),
    folder: last('WORKDIR'),
    variables: Object.fromEntries(pairs),
    command: [...words('ENTRYPOINT'), ...words('CMD')],
    healthCheck: words('HEALTHCHECK'),
  };
}

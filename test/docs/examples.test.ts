import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument, root } from './markdown.ts';
import { readSamples } from './samples.ts';

const names = readdirSync(join(root, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .map(({ name }) => name);

describe('an example', () => {
  it.each(names)('of %s is a project of its own, and runs by two commands that it has', (name) => {
    const manifest = JSON.parse(readDocument(`examples/${name}/package.json`)) as {
      scripts: Record<string, string>;
      dependencies: Record<string, string>;
    };
    expect(manifest.dependencies['cardstock-og']).toBe('file:../..');
    const [commands] = readSamples(readDocument(`examples/${name}/README.md`));
    const [install, run, ...others] = commands!.text.split('\n').map((line) => line.replace(/ *#.*/, ''));
    expect([install, others]).toEqual(['npm install', []]);
    for (const command of run!.split(' && ')) {
      const [, script] = /^npm (?:run )?(\S+)$/.exec(command)!;
      expect(Object.keys(manifest.scripts)).toContain(script);
    }
  });

  it('is in the list of all', () => {
    const list = readDocument('examples/README.md');
    const listed = [...list.matchAll(/\]\(([a-z-]+)\/README\.md\)/g)].map(([, name]) => name);
    expect(listed.sort()).toEqual(names.sort());
  });
});

import { expect, it, onTestFinished } from 'vitest';
import { LiveCardstock } from '../../src/cli/live-cardstock.ts';
import type { Project } from '../../src/project/load-project.ts';
import { templates } from '../../templates/index.ts';

const project = (config: Project['config'], names = ['plain', 'article']): Project => ({
  folder: '/project',
  configFile: undefined,
  templateFolder: undefined,
  templateFiles: [],
  files: [],
  config,
  templates: templates.filter(({ name }) => names.includes(name)),
});

it('a project that is edited is served as it is now: its templates, its settings, or neither where it has a fault', () => {
  const site = 'https://cards.example';
  const live = new LiveCardstock(project({ site, routes: [{ match: () => true, template: 'plain' }] }));
  onTestFinished(() => live.close());
  const { config } = live;
  live.update(project({ site, routes: [{ match: () => true, template: 'article' }] }, ['plain']));
  expect(live.templates.names).toEqual(['plain']);
  expect(live.config).toBe(config); // and so is the browser
  live.update(project({ site, language: 'ja' }));
  expect(live.templates).toMatchObject({ names: ['article', 'plain'], language: 'ja' });
  expect(() => live.update(project({ site: 'nowhere', language: 'de' }))).toThrow('OG_SITE_URL');
  expect(() => live.update(project({ site, language: 'ja' }, ['plain', 'plain']))).not.toThrow();
  expect(live.config.language).toBe('ja');
});

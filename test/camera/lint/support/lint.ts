import { afterAll } from 'vitest';
import type { VariantName } from '../../../../src/card/variants.ts';
import { createCamera } from '../../../../src/camera/camera.ts';
import { type Config, readConfig } from '../../../../src/config.ts';
import { lintCard } from '../../../../src/camera/lint/lint-card.ts';
import type { LintFinding } from '../../../../src/camera/lint/rules.ts';
import { rawCard } from '../../../support/cards.ts';

/** A page of a template that sets nothing but a size and black on white. */
export function page(body: string, css = ''): string {
  return `<!doctype html><style>html,body{margin:0;height:100%;overflow:hidden;background:#fff;font:40px/1.2 sans-serif;color:#000}p,h1{margin:0}${css}</style><body>${body}`;
}

/** Lints pages with one camera for a whole file of tests. */
export async function openLinter(settings: Partial<Config> = {}) {
  const camera = await createCamera(readConfig({}, { browsers: 1, ...settings }));
  afterAll(() => camera.close());
  const findings = (body: string, css = '', variant: VariantName = 'og') =>
    lintCard(rawCard(page(body, css), variant), camera);
  return {
    camera,
    findings,
    /** What is wrong with a page, as `rule selector`; what is only information is left out. */
    faults: async (...arguments_: Parameters<typeof findings>) =>
      (await findings(...arguments_)).filter(({ severity }) => severity !== 'info').map(inShort),
    information: async (...arguments_: Parameters<typeof findings>) =>
      (await findings(...arguments_)).filter(({ severity }) => severity === 'info').map(inShort),
  };
}

function inShort({ rule, selector }: LintFinding): string {
  return `${rule} ${selector}`;
}

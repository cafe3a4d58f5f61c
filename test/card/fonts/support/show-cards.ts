import { h, type VNode } from 'preact';
import type { CDPSession, Protocol } from 'puppeteer-core';
import * as z from 'zod';
import { PageFonts } from '../../../../src/camera/page/page-fonts.ts';
import { type CardDocument, renderDocument } from '../../../../src/card/document.ts';
import type { FontUse } from '../../../../src/card/fonts/faces.ts';
import { TemplateRegistry } from '../../../../src/card/registry.ts';
import { resolveCard } from '../../../../src/card/resolve.ts';
import { defineTemplate } from '../../../../src/card/template.ts';
import { launchBrowser } from '../../../support/browsers.ts';

export interface Sketch {
  readonly css?: string;
  /** Markup, as a template may hold it. */
  readonly body: string;
  /** @default none */
  readonly fonts?: readonly FontUse[];
  /** @default 'en' */
  readonly language?: string;
}

/** A card of this markup in this style. */
export async function sketchCard({
  css = '',
  body,
  fonts = [],
  language = 'en',
}: Sketch): Promise<CardDocument> {
  const template = defineTemplate({
    name: 'sketch',
    description: 'Somebody’s markup',
    props: z.strictObject({}),
    examples: { one: {} },
    fonts,
    css,
    viewport: 'og',
    alt: () => '',
    render: () => h('main', { dangerouslySetInnerHTML: { __html: body } }) as VNode,
  });
  const request = { template: 'sketch', props: {}, lang: language };
  return renderDocument(await resolveCard(request, new TemplateRegistry([template])));
}

/** A window that shows cards as the camera does, and tells what they are drawn with. Whoever opens it closes it. */
export async function openWindow() {
  const running = await launchBrowser();
  const page = await (await running.browser.newPage()).createCDPSession();
  await page.send('DOM.enable');
  await page.send('CSS.enable');
  const { frameTree } = await page.send('Page.getFrameTree');
  const fonts = new PageFonts();
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  };
  await fonts.begin(evaluate);
  return {
    evaluate,
    close: () => running.close(),
    async show({ html, faces }: CardDocument): Promise<void> {
      await page.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
      await fonts.settle(faces, evaluate);
    },
    /** The fonts of all that is shown, or of one element's own words; `the browser’s` is any that is not ours. */
    async fonts(selector?: string): Promise<string[]> {
      const { root } = await page.send('DOM.getDocument', { depth: -1, pierce: true });
      const one =
        selector && (await page.send('DOM.querySelector', { nodeId: root.nodeId, selector })).nodeId;
      const nodes = one ? [one] : nodesIn(root);
      const fonts = await Promise.all(nodes.map((nodeId) => fontsOf(page, nodeId)));
      return [...new Set(fonts.flat())].sort();
    },
  };
}

/** With what is generated, and what is inside of a form's fields. */
function nodesIn({
  nodeId,
  children = [],
  pseudoElements = [],
  shadowRoots = [],
}: Protocol.DOM.Node): number[] {
  return [nodeId, ...[...children, ...pseudoElements, ...shadowRoots].flatMap(nodesIn)];
}

async function fontsOf(page: CDPSession, nodeId: number): Promise<string[]> {
  // A node that is no element has none.
  const answer = await page.send('CSS.getPlatformFontsForNode', { nodeId }).catch(() => ({ fonts: [] }));
  return answer.fonts.map(({ familyName, isCustomFont }) =>
    isCustomFont ? plain(familyName) : 'the browser’s',
  );
}

/** Variable fonts call themselves after where their axes begin. */
function plain(name: string): string {
  return name.replaceAll(/ (?:Thin|16pt)(?= |$)/g, '');
}

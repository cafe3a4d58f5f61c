import { Copyable } from '../ui/copyable.tsx';
import type { Tab } from './tab.ts';
import { TextsPanel } from './texts-panel.tsx';

/** How a program and a command line ask for the same card. */
export const codeTab: Tab = {
  id: 'code',
  label: 'Code',
  Panel: () => (
    <TextsPanel>
      {({ code }) => (
        <>
          <Copyable label="TypeScript" text={code.typescript} />
          <Copyable label="Command line" text={code.cli} />
          <Copyable label="curl" text={code.curl} />
        </>
      )}
    </TextsPanel>
  ),
};

import { Controls } from './controls/controls.tsx';
import { Header } from './header.tsx';
import { Help } from './help.tsx';
import { Sheet } from './sheet/sheet.tsx';
import { Templates } from './sidebar/templates.tsx';
import { Stage } from './stage/stage.tsx';
import { Toolbar } from './stage/toolbar.tsx';
import { notice } from './state/notice.ts';
import { room, view } from './state/view.ts';
import { Panel } from './tabs/panel.tsx';

/** The whole page: what there is, the card, what it is made of, and what becomes of it. */
export function Studio() {
  if (view.value.mode === 'sheet') return <WholeSheet />;
  const hasSides = room.value !== 'narrow';
  return (
    <div class={`studio is-${room.value}`}>
      <Header />
      {hasSides && (
        <aside class="left" aria-label="What there is">
          <Templates />
        </aside>
      )}
      <main>
        <Toolbar />
        <Stage />
      </main>
      {hasSides && (
        <aside class="right" aria-label="Props">
          <Controls />
        </aside>
      )}
      <Panel />
      <Help />
      <p class="notice" role="status">
        {notice.value}
      </p>
    </div>
  );
}

/** All cards, in the place of one. */
function WholeSheet() {
  return (
    <div class={`studio has-sheet is-${room.value}`}>
      <Header />
      <Sheet />
      <Help />
    </div>
  );
}

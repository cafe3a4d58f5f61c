import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Controls } from '../controls/controls.tsx';
import { Templates } from '../sidebar/templates.tsx';
import { picture, problems } from '../state/picture.ts';
import { look, room, view } from '../state/view.ts';
import { tabs } from './all-tabs.ts';
import type { Tab } from './tab.ts';

const templatesTab: Tab = { id: 'templates', label: 'Templates', Panel: () => <Templates /> };
const propsTab: Tab = { id: 'props', label: 'Props', Panel: () => <Controls /> };

/** The panels below the card; where there is no room beside it, all that is beside it otherwise. */
export function Panel(): VNode {
  const all = room.value === 'narrow' ? [templatesTab, propsTab, ...tabs] : tabs;
  const chosen =
    all.find(({ id }) => id === view.value.tab) ?? (room.value === 'narrow' ? propsTab : all[0]!);
  useEffect(() => {
    const tab = document.getElementById(`tab-${chosen.id}`);
    tab?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [chosen.id]);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = all[(all.indexOf(chosen) + step + all.length) % all.length]!;
    look({ tab: next.id });
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <section class="panel" aria-label="More about the card">
      <div class="tabs" role="tablist" aria-label="Panels" onKeyDown={move}>
        {all.map(({ id, label }) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === chosen.id}
            aria-controls="panel"
            tabIndex={id === chosen.id ? 0 : -1}
            onClick={() => look({ tab: id })}
          >
            {label}
            <Badge id={id} />
          </button>
        ))}
      </div>
      <div id="panel" class="panel-body" role="tabpanel" aria-labelledby={`tab-${chosen.id}`} tabIndex={0}>
        <chosen.Panel key={chosen.id} />
      </div>
    </section>
  );
}

/** How much there is to see to, in a tab that is not open. */
function Badge({ id }: { id: string }) {
  const counts: Readonly<Record<string, number>> = {
    props: problems.value.length,
    lint: picture.value?.facts.findings.length ?? 0,
  };
  const count = counts[id] ?? 0;
  return count > 0 ? <span class="badge">{count}</span> : null;
}

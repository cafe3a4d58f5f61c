import { isHelpOpen, shortcuts } from './shortcuts.ts';
import { Dialog } from './ui/dialog.tsx';

const arrows: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** All that keys do. */
export function Help() {
  if (!isHelpOpen.value) return null;
  return (
    <Dialog title="Keyboard" onClose={() => (isHelpOpen.value = false)}>
      <dl class="keys">
        {shortcuts.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{arrows[key] ?? key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>{/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'}</kbd>
            <kbd>C</kbd>
          </dt>
          <dd>copy the URL of the card, where nothing is selected</dd>
        </div>
      </dl>
    </Dialog>
  );
}

import { isConnected } from './state/events.ts';
import { shape, template } from './state/shape.ts';
import { theme, themes } from './state/theme.ts';
import { isHelpOpen } from './shortcuts.ts';
import { Button } from './ui/button.tsx';
import type { IconName } from './ui/icon.tsx';

const icons: Readonly<Record<(typeof themes)[number], IconName>> = {
  auto: 'auto',
  light: 'sun',
  dark: 'moon',
};

export function Header() {
  const next = themes[(themes.indexOf(theme.value) + 1) % themes.length]!;
  const { example } = shape.value;
  return (
    <header class="top">
      <span class="brand" aria-hidden="true">
        <i />
        Cardstock
      </span>
      <h1>
        <span>{template.value?.name ?? 'Cardstock'}</span>
        {example !== undefined && <small>{example}</small>}
      </h1>
      <p class="soft">{template.value?.description}</p>
      {!isConnected.value && (
        <p class="lost" role="status">
          The server is away; waiting for it…
        </p>
      )}
      <Button
        label={`Studio in ${theme.value} colours; change to ${next}`}
        icon={icons[theme.value]}
        onPress={() => (theme.value = next)}
      />
      <Button label="Keyboard" hotkey="?" icon="help" onPress={() => (isHelpOpen.value = true)} />
    </header>
  );
}

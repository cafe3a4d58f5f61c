import { toggleSheet } from './sheet/tiles.ts';
import { isConnected } from './state/events.ts';
import { shape, template } from './state/shape.ts';
import { theme, themes } from './state/theme.ts';
import { view } from './state/view.ts';
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
  const isSheet = view.value.mode === 'sheet';
  return (
    <header class="top">
      <span class="brand" aria-hidden="true">
        <i />
        Cardstock
      </span>
      <h1>
        <span>{isSheet ? 'All cards' : (template.value?.name ?? 'Cardstock')}</span>
        {!isSheet && example !== undefined && <small>{example}</small>}
      </h1>
      <p class="soft">{isSheet ? 'Every example in every size' : template.value?.description}</p>
      {!isConnected.value && (
        <p class="lost" role="status">
          The server is away; waiting for it…
        </p>
      )}
      <Button label="All cards" hotkey="a" icon="grid" isPressed={isSheet} onPress={toggleSheet} />
      <Button
        label={`Studio in ${theme.value} colours; change to ${next}`}
        icon={icons[theme.value]}
        onPress={() => (theme.value = next)}
      />
      <Button label="Keyboard" hotkey="?" icon="help" onPress={() => (isHelpOpen.value = true)} />
    </header>
  );
}

import { effect, signal } from '@preact/signals';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const name = 'cardstock-theme';

/** How the studio itself looks; as the system does, until somebody says otherwise. */
export const theme = signal<Theme>(themes.find((each) => each === localStorage.getItem(name)) ?? 'auto');

const system = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(system.matches);
system.addEventListener('change', () => (systemIsDark.value = system.matches));

export function isDark(): boolean {
  return theme.value === 'dark' || (theme.value === 'auto' && systemIsDark.value);
}

effect(() => {
  document.documentElement.dataset['theme'] = theme.value;
  localStorage.setItem(name, theme.value);
});

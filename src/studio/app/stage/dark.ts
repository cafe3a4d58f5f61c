import { setProp, shape, template } from '../state/shape.ts';
import { look, view } from '../state/view.ts';

/** The card in its other theme, where its template has two; else the ground behind it. */
export function toggleDark(): void {
  const field = template.peek()?.fields.find(({ name, kind }) => name === 'theme' && kind === 'choice');
  if (!field) return look({ ground: view.peek().ground === 'dark' ? 'light' : 'dark' });
  const now = shape.peek().props['theme'] ?? field.default;
  const next = now === 'dark' ? 'light' : 'dark';
  setProp(['theme'], next === field.default ? undefined : next);
}

import { expect, it } from 'vitest';
import { initials } from '../../templates/parts/portrait.tsx';

it.each([
  ['Ada Lovelace', 'AL'],
  ['Plato', 'P'],
  ['Ida Lewis & Grace Darling', 'IG'],
  ['Ada Lovelace + Ida Lewis + Tom Reed', 'AT'],
  ['Dolce & Gabbana', 'DG'],
  ['maría josé de la cruz', 'MC'],
  ['Bea 🐝', 'B'],
  ['“Duke” Ellington', 'DE'],
  ['Studio 54', 'S5'],
  ['佐々木 航', '佐'],
  ['한 서윤', '한'],
  ['سلمى الحداد', 'س\u200Cح'],
  ['🐝', '🐝'],
])('%s has the initials %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

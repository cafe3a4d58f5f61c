import type { Field } from '../../fields/field.ts';
import { Button } from '../ui/button.tsx';
import type { ControlProps } from './control.ts';
import { Grip } from './grip.tsx';

/** Entries that are added, removed and moved; each is edited as its own kind. */
export function ListControl({ field, path, value, onChange, partOf }: ControlProps<'list'>) {
  const { item, maxItems = Infinity, mayBeOne } = field;
  const isOne = mayBeOne === true && value !== undefined && !Array.isArray(value);
  const entries = Array.isArray(value) ? (value as unknown[]) : isOne ? [value] : [];
  const isFull = entries.length >= maxItems;
  const put = (next: readonly unknown[]) => {
    const only = next.length === 1 && mayBeOne ? next[0] : next;
    onChange(next.length === 0 ? undefined : only);
  };
  const move = (from: number, to: number) => {
    const next = entries.toSpliced(from, 1);
    put(next.toSpliced(to, 0, entries[from]));
  };
  return (
    <div class="list">
      <ol>
        {entries.map((_entry, index) => (
          <li key={index}>
            <Grip
              label={`Move ${field.name} ${index + 1}`}
              index={index}
              count={entries.length}
              onMove={move}
            />
            {partOf({ ...item, name: `${field.name} ${index + 1}` }, isOne ? path : [...path, index], true)}
            <div class="moves">
              <Button
                label={`Move ${field.name} ${index + 1} up`}
                icon="up"
                isDisabled={index === 0}
                onPress={() => move(index, index - 1)}
              />
              <Button
                label={`Move ${field.name} ${index + 1} down`}
                icon="down"
                isDisabled={index === entries.length - 1}
                onPress={() => move(index, index + 1)}
              />
              <Button
                label={`Remove ${field.name} ${index + 1}`}
                icon="close"
                onPress={() => put(entries.toSpliced(index, 1))}
              />
            </div>
          </li>
        ))}
      </ol>
      <Button
        label={isFull ? `${maxItems} at most` : `Add to ${field.name}`}
        icon="plus"
        kind="plain"
        isDisabled={isFull}
        onPress={() => put([...entries, startOf(item)])}
      >
        {isFull ? `${maxItems} at most` : 'Add'}
      </Button>
    </div>
  );
}

/** What a new entry begins as. */
function startOf(item: Field): unknown {
  if (item.default !== undefined) return item.default;
  if (item.kind === 'number') return item.min ?? 0;
  if (item.kind === 'boolean') return false;
  if (item.kind === 'choice') return item.options[0];
  if (item.kind === 'object') return {};
  return item.kind === 'list' ? [] : '';
}

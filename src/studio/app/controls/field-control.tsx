import { useId } from 'preact/hooks';
import type { Field, FieldKind } from '../../fields/field.ts';
import { problems } from '../state/picture.ts';
import { setProp, shape } from '../state/shape.ts';
import { nameOf, type Path, valueAt } from '../state/values.ts';
import { BooleanControl } from './boolean.tsx';
import { ChoiceControl } from './choice.tsx';
import { CodeControl } from './code.tsx';
import { ColorControl } from './color.tsx';
import type { ControlProps } from './control.ts';
import { DateControl } from './date.tsx';
import { JsonControl } from './json.tsx';
import { ListControl } from './list.tsx';
import { LongControl } from './long.tsx';
import { NumberControl } from './number.tsx';
import { ObjectControl } from './object.tsx';
import { PictureControl } from './picture.tsx';
import { TextControl } from './text.tsx';

interface FieldControlProps {
  readonly field: Field;
  readonly path: Path;
  /** It is one of a list, which has a label for all. */
  readonly isEntry?: boolean;
}

/** A prop or a part of one: its name, its control, what it is for, and what is wrong with it. */
export function FieldControl({ field, path, isEntry = false }: FieldControlProps) {
  const id = useId();
  const name = nameOf(path);
  const value = valueAt(shape.value.props, path);
  const wrong = problems.value.filter(({ parameter }) => parameter === name);
  const shared = {
    path,
    value,
    id,
    describedBy: `${id}-about ${id}-problem`,
    isInvalid: wrong.length > 0,
    onChange: (next: unknown) => setProp(path, next),
    partOf: (part: Field, at: Path, isOfList?: boolean) => (
      <FieldControl key={part.name} field={part} path={at} isEntry={isOfList ?? false} />
    ),
  };
  const isGroup = field.kind === 'list' || field.kind === 'object';
  return (
    <div
      class={`field of-${field.kind}${isEntry ? ' is-entry' : ''}`}
      role={isGroup ? 'group' : undefined}
      aria-label={isGroup ? field.name : undefined}
      data-prop={name}
    >
      <div class={isEntry ? 'unseen' : 'label'}>
        {isGroup || field.kind === 'code' ? <span>{field.name}</span> : <label for={id}>{field.name}</label>}
        {field.isRequired && !isEntry && (
          <span class="required" title="Needed">
            needed
          </span>
        )}
      </div>
      {controlOf(field, shared)}
      <Counter field={field} value={value} />
      <p class="problem" id={`${id}-problem`} role="alert">
        {wrong
          .map(
            ({ problem, validValues }) =>
              `${problem}${validValues && field.kind !== 'choice' ? `: ${validValues.join(', ')}` : ''}`,
          )
          .join('; ')}
      </p>
      <p class="about" id={`${id}-about`}>
        {!isEntry && field.description}
      </p>
    </div>
  );
}

type Shared = Omit<ControlProps<FieldKind>, 'field'>;

function controlOf(field: Field, shared: Shared) {
  switch (field.kind) {
    case 'text':
      return <TextControl field={field} {...shared} />;
    case 'long':
      return <LongControl field={field} {...shared} />;
    case 'code':
      return <CodeControl field={field} {...shared} />;
    case 'number':
      return <NumberControl field={field} {...shared} />;
    case 'choice':
      return <ChoiceControl field={field} {...shared} />;
    case 'boolean':
      return <BooleanControl field={field} {...shared} />;
    case 'color':
      return <ColorControl field={field} {...shared} />;
    case 'date':
      return <DateControl field={field} {...shared} />;
    case 'picture':
      return <PictureControl field={field} {...shared} />;
    case 'list':
      return <ListControl field={field} {...shared} />;
    case 'object':
      return <ObjectControl field={field} {...shared} />;
    case 'json':
      return <JsonControl field={field} {...shared} />;
  }
}

/** How much of the room for a text is taken. */
function Counter({ field, value }: { field: Field; value: unknown }) {
  if (field.kind !== 'text' && field.kind !== 'long' && field.kind !== 'code') return null;
  if (field.maxLength === undefined) return null;
  const length = typeof value === 'string' ? value.length : 0;
  const isFull = length > field.maxLength;
  return (
    <span class={`counter${isFull ? ' is-low' : ''}`}>
      <span class="unseen">{isFull ? 'too long: ' : ''}</span>
      {length}
      <span class="unseen"> of </span>
      <span aria-hidden="true"> / </span>
      {field.maxLength}
    </span>
  );
}

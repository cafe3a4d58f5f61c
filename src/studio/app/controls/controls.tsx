import { chooseExample, reset, shape, template } from '../state/shape.ts';
import { look, view } from '../state/view.ts';
import { Button } from '../ui/button.tsx';
import { CardControls } from './card-controls.tsx';
import { FieldControl } from './field-control.tsx';

/** All that can be changed of the card. */
export function Controls() {
  const entry = template.value;
  if (!entry) return null;
  const { example } = shape.value;
  return (
    <form class="controls" aria-label="Props of the card" onSubmit={(event) => event.preventDefault()}>
      <div class="actions">
        <select
          aria-label="Fill from an example"
          value={example ?? ''}
          onChange={({ currentTarget }) => chooseExample(entry.name, currentTarget.value || undefined)}
        >
          <option value="">no example</option>
          {Object.keys(entry.examples).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        <Button label="Reset to the example" icon="reset" kind="plain" onPress={reset}>
          Reset
        </Button>
        <Button
          label="Stress it: short, long and foreign words at once"
          icon="stress"
          kind="plain"
          isPressed={view.value.mode === 'stress'}
          onPress={() => look({ mode: view.value.mode === 'stress' ? 'card' : 'stress' })}
        >
          Stress
        </Button>
      </div>
      {entry.fields.map((field) => (
        <FieldControl key={`${entry.name} ${field.name}`} field={field} path={[field.name]} />
      ))}
      <CardControls />
    </form>
  );
}

import { before, latencyMs, picture } from '../state/picture.ts';
import { change, shape, template, variant } from '../state/shape.ts';
import { look, view, zoomSteps } from '../state/view.ts';
import { Button } from '../ui/button.tsx';
import { toggleDark } from './dark.ts';
import { shown, stepFrom } from './zoom.ts';

/** How the card is looked at. */
export function Toolbar() {
  return (
    <div class="toolbar" role="toolbar" aria-label="How the card is looked at">
      <Sizes />
      <Zoom />
      <Toggles />
      <BesideChoice />
      <Facts />
    </div>
  );
}

function Sizes() {
  const names = Object.keys(template.value?.variants ?? {});
  return (
    <select
      aria-label="Size"
      aria-keyshortcuts="1 2 3 4 5"
      value={variant.value}
      onChange={({ currentTarget }) => chooseVariant(currentTarget.value)}
    >
      {names.map((name) => {
        const { width, height, deviceScaleFactor: scale } = template.value!.variants[name]!;
        return (
          <option key={name} value={name}>
            {name} · {width * scale} × {height * scale}
          </option>
        );
      })}
    </select>
  );
}

export function chooseVariant(name: string): void {
  change({ variant: name === template.peek()?.variant ? undefined : name });
}

function Zoom() {
  const { zoom, isSmall } = view.value;
  const chosen = isSmall ? 'small' : zoom === undefined ? 'fit' : String(zoom);
  const choose = (text: string) => {
    const isFit = text === 'fit';
    look({ zoom: isFit || text === 'small' ? undefined : Number(text), isSmall: text === 'small' });
  };
  const steps =
    zoom !== undefined && !(zoomSteps as readonly number[]).includes(zoom) ? [...zoomSteps, zoom] : zoomSteps;
  const step = (direction: 1 | -1) => look({ zoom: stepFrom(shown.scale, direction), isSmall: false });
  return (
    <div class="zoom" role="group" aria-label="Zoom">
      <Button label="Smaller" hotkey="-" icon="minus" onPress={() => step(-1)} />
      <select aria-label="Zoom" value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="fit">Fit</option>
        {steps.map((each) => (
          <option key={each} value={String(each)}>
            {Math.round(each * 100)} %
          </option>
        ))}
        <option value="small">300 px</option>
      </select>
      <Button label="Larger" hotkey="+" icon="plus" onPress={() => step(1)} />
    </div>
  );
}

function Toggles() {
  const { showsSafeArea, showsGrid, isSmall, showsBefore, ground } = view.value;
  const grounds = { checks: 'light', light: 'dark', dark: 'checks' } as const;
  return (
    <div class="toggles" role="group" aria-label="Aids">
      <Button label="Light or dark card" hotkey="d" icon="moon" onPress={toggleDark} />
      <Button
        label="Safe area"
        hotkey="s"
        icon="safe"
        isPressed={showsSafeArea}
        onPress={() => look({ showsSafeArea: !showsSafeArea })}
      />
      <Button
        label="Grid"
        hotkey="g"
        icon="grid"
        isPressed={showsGrid}
        onPress={() => look({ showsGrid: !showsGrid })}
      />
      <Button
        label="As small as in a list, 300 px"
        hotkey="t"
        icon="small"
        isPressed={isSmall}
        onPress={() => look({ isSmall: !isSmall })}
      />
      <Button
        label={`Ground behind the card: ${ground}`}
        icon="auto"
        onPress={() => look({ ground: grounds[ground] })}
      />
      <Button
        label="Before and after the last edit"
        hotkey="b"
        icon="before"
        isPressed={showsBefore && before.value !== undefined}
        isDisabled={before.value === undefined}
        onPress={() => look({ showsBefore: !showsBefore })}
      />
    </div>
  );
}

/** Another size of this card, or another example of its template. */
function BesideChoice() {
  const { beside } = view.value;
  const entry = template.value;
  const choose = (text: string) => {
    const [kind, ...name] = text.split(' ');
    look({ beside: text === '' ? undefined : { [kind!]: name.join(' ') } });
  };
  const chosen =
    beside?.variant !== undefined ? `variant ${beside.variant}` : beside ? `example ${beside.example}` : '';
  const names = (kind: string, all: readonly string[]) =>
    all.map((name) => (
      <option key={name} value={`${kind} ${name}`}>
        {name}
      </option>
    ));
  return (
    <select
      class="beside"
      aria-label="Beside it"
      value={chosen}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      <option value="">Compare…</option>
      <optgroup label="Sizes">
        {names(
          'variant',
          Object.keys(entry?.variants ?? {}).filter((name) => name !== variant.value),
        )}
      </optgroup>
      <optgroup label="Examples">
        {names(
          'example',
          Object.keys(entry?.examples ?? {}).filter((name) => name !== shape.value.example),
        )}
      </optgroup>
    </select>
  );
}

function Facts() {
  const facts = picture.value?.facts;
  if (!facts) return null;
  const kilobytes = (facts.bytes / 1000).toFixed(0);
  return (
    <p class="facts" title="Kind of file, weight, and the time from the last key to the picture">
      <span>{facts.type.replace('image/', '').toUpperCase()}</span>
      <span>{kilobytes} kB</span>
      {latencyMs.value !== undefined && <span>{Math.round(latencyMs.value)} ms</span>}
    </p>
  );
}

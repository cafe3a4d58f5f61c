import { templates } from '../state/catalog.ts';
import { Button } from '../ui/button.tsx';
import { TileView } from './tile-view.tsx';
import type { Tile } from './tile.ts';
import { marks, onlyMarked, onlyTemplate, onlyVariant, tiles } from './tiles.ts';

/** Every example of every template in every size; what is in view is looked at first. */
export function Sheet() {
  const byTemplate = Map.groupBy(tiles.value, ({ template }) => template);
  return (
    <main>
      <Bar />
      <div class="sheet-body" tabIndex={0} role="region" aria-label="All cards">
        {Array.from(byTemplate, ([name, shown]) => (
          <Section key={name} name={name} shown={shown} />
        ))}
      </div>
    </main>
  );
}

function Section({ name, shown }: { name: string; shown: readonly Tile[] }) {
  const entry = templates.value.find((template) => template.name === name);
  return (
    <section>
      <h2>{name}</h2>
      <p class="soft">{entry?.description}</p>
      {Array.from(
        Map.groupBy(shown, ({ example }) => example),
        ([example, ofExample]) => (
          <div class="of-example" key={example}>
            <h3>{example}</h3>
            <ul>
              {ofExample.map((tile) => (
                <TileView key={tile.variant} tile={tile} />
              ))}
            </ul>
          </div>
        ),
      )}
    </section>
  );
}

function Bar() {
  const names = templates.value.map(({ name }) => name);
  const variants = [...new Set(templates.value.flatMap((each) => Object.keys(each.variants)))];
  return (
    <div class="toolbar" role="toolbar" aria-label="What is on the sheet">
      <Choice label="Template" all="All templates" names={names} chosen={onlyTemplate} />
      <Choice label="Size" all="All sizes" names={variants} chosen={onlyVariant} />
      <Button
        label="Only what is marked"
        icon="warn"
        isPressed={onlyMarked.value}
        onPress={() => (onlyMarked.value = !onlyMarked.value)}
      >
        Marked
      </Button>
      <Summary />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly names: readonly string[];
  readonly chosen: { value: string };
}

function Choice({ label, all, names, chosen }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      value={chosen.value}
      onChange={({ currentTarget }) => (chosen.value = currentTarget.value)}
    >
      <option value="">{all}</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Summary() {
  const { changed, faults, failed, looked } = marks.value;
  const all = tiles.value.length;
  return (
    <p class="facts" role="status">
      <span>{looked < all ? `${looked} of ${all} looked at` : `${all} cards`}</span>
      {changed > 0 && <span>{changed} changed</span>}
      {faults > 0 && <span>{faults} with findings</span>}
      {failed > 0 && <span>{failed} failed</span>}
    </p>
  );
}

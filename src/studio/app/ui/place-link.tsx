import type { FaultPlace } from '../../protocol.ts';
import { openInEditor } from '../net/api.ts';
import { say } from '../state/notice.ts';

/** `file:line:column`; a click opens it in the editor. */
export function PlaceLink({ place }: { place: FaultPlace }) {
  const { file, line, column } = place;
  const open = async () => {
    const problem = await openInEditor(place).catch((error: Error) => error.message);
    say(problem ?? `${file} is opened in your editor`);
  };
  return (
    <button type="button" class="place" title="Open in the editor" onClick={() => void open()}>
      {file}:{line}:{column}
    </button>
  );
}

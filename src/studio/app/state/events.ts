import { signal } from '@preact/signals';
import type { ShownFault, StudioEvent } from '../../protocol.ts';
import { catalog, loadCatalog } from './catalog.ts';
import { ensureTemplate, touched } from './shape.ts';

/** What keeps the project from loading; the templates before it stay in use. */
export const projectFault = signal<ShownFault | undefined>(undefined);

/** Whether the server can be heard. */
export const isConnected = signal(true);

/** Follows the project as it is edited. A browser comes back by itself when a server was away. */
export function listen(): void {
  const source = new EventSource('_studio/events');
  source.onopen = () => (isConnected.value = true);
  source.onerror = () => (isConnected.value = false);
  source.onmessage = ({ data }) => hear(JSON.parse(String(data)) as StudioEvent);
}

function hear(event: StudioEvent): void {
  if (event.kind === 'fault') {
    projectFault.value = event.fault;
    return;
  }
  projectFault.value = undefined;
  if (event.revision === catalog.value?.revision) return;
  touched.at = performance.now();
  loadCatalog().then(ensureTemplate, console.error);
}

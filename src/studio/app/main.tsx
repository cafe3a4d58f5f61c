import { render } from 'preact';
import { loadCatalog } from './state/catalog.ts';
import { listen } from './state/events.ts';
import { keepAddress } from './state/history.ts';
import { keepPicture } from './state/picture.ts';
import { listenForKeys } from './shortcuts.ts';
import { Studio } from './studio.tsx';
import './style/all.css';

await loadCatalog();
keepAddress();
keepPicture();
listenForKeys();
listen();
render(<Studio />, document.getElementById('studio')!);

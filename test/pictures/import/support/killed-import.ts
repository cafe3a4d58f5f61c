// Imports a folder into another one, says how many it has stored, and is killed while it does.
import { importPictures } from '../../../../src/pictures/import/import-pictures.ts';
import { FolderSource } from '../../../../src/pictures/import/folder-source.ts';
import { FolderOriginals } from '../../../../src/pictures/originals/folder-originals.ts';

const [from = '', to = ''] = process.argv.slice(2);
const summary = await importPictures({
  source: new FolderSource({ folder: from }),
  originals: new FolderOriginals(to),
  concurrency: 4,
  onEntry({ outcome }) {
    if (outcome !== 'there') process.stdout.write('.');
  },
});
process.stdout.write(JSON.stringify(summary));

/** The pages' worker: reads exports and changes the history, while the page stays free. */
import { openHistory } from '../../lib/history/open-history.ts';
import { serveImport } from './serve-import.ts';

serveImport(self, openHistory());

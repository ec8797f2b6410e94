/** The dashboard's worker: the page never waits for what is computed here. */
import { serveHistory } from './serve-history.ts';

serveHistory(self);

/** Ids for what is named elsewhere on the page: a heading's, a hint's, a pattern's. */
import { useState } from 'preact/hooks';

let given = 0;

/**
 * The same as long as the component lives, and nobody else's on the page. Preact's own `useId` begins to
 * count anew whenever the root is rendered: what is put beside a chart later gets the id of its pattern,
 * and `url(#…)` finds the wrong one.
 */
export function useOwnId(): string {
  const [id] = useState(() => `own-${(given += 1)}`);
  return id;
}

/** An import ends with its page: the browser asks first. */
import type { ImportStore } from './import-store.ts';

export function askBeforeLeaving(page: Window, { phase }: Pick<ImportStore, 'phase'>): void {
  page.addEventListener('beforeunload', (event) => {
    if (phase.value.name === 'running') event.preventDefault();
  });
}

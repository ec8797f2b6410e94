/** The page that greets whoever has just installed this: once, whatever the browser calls an installation. */
import { z } from '../../lib/domain/schema.ts';
import type { KeyValueArea } from '../../lib/platform/key-value.ts';
import { createStoredItem } from '../../lib/platform/stored-item.ts';

/**
 * Opens the page, unless it was opened before: an extension that is loaded by the command line is
 * installed anew at each start of the browser, with all that it keeps.
 */
export function createWelcome(local: KeyValueArea, open: () => Promise<void>): () => Promise<void> {
  const greeted = createStoredItem({
    area: local,
    key: 'greeted',
    version: 1,
    schema: z.boolean(),
    fallback: false,
  });
  return async () => {
    if (await greeted.get()) return;
    await open();
    await greeted.set(true);
  };
}

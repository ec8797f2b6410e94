/** Where the pages note the import under way, so that the next page can tell of one that was cut off. */
import { IMPORT_LOCK } from '../../lib/domain/import-lock.ts';
import { localArea } from '../../lib/platform/key-value.ts';
import { createStoredItem } from '../../lib/platform/stored-item.ts';
import { IMPORT_NOTE_ITEM, type ImportJournal } from '../../lib/ui/import/import-journal.ts';

export function openImportJournal(): ImportJournal {
  return {
    ...createStoredItem({ area: localArea(), ...IMPORT_NOTE_ITEM }),
    async isRunning() {
      const { held = [] } = await navigator.locks.query();
      return held.some(({ name }) => name === IMPORT_LOCK);
    },
  };
}

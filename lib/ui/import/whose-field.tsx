/** The choice of whose listening an import, an export or a joining is about. */
import type { AccountId } from '../../domain/account.ts';
import { accountName } from '../account-name.ts';
import { t } from '../text.ts';
import type { ImportTarget } from './import-model.ts';

interface WhoseFieldProps {
  /** Unique on the page. */
  id: string;
  targets: readonly ImportTarget[];
  value: AccountId;
  onChange: (id: AccountId) => void;
}

export function WhoseField({ id, targets, value, onChange }: WhoseFieldProps) {
  return (
    <div class="field whose">
      <label class="field__label" for={id}>
        {t('import_whose')}
      </label>
      <select
        class="field__input"
        id={id}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {targets.map((target) => (
          <option key={target.id} value={target.id}>
            {nameTarget(target)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Whose listening a history is, in words. */
export function nameTarget({ id, name }: ImportTarget): string {
  return accountName({ id, displayName: name });
}

/** Whose listening is in view: a name, or a choice where there are several. */
import type { AccountId } from '../../domain/account.ts';
import { accountName } from '../account-name.ts';
import { t } from '../text.ts';

export interface AccountChoiceEntry {
  id: AccountId;
  /** What Spotify calls it; null where it has no name. */
  name: string | null;
  /** Not connected any more: only its listening is still here. */
  former?: boolean;
}

interface AccountChoiceProps {
  accounts: readonly AccountChoiceEntry[];
  selectedId: AccountId | null;
  onSelect: (id: AccountId) => void;
}

/** Nothing while there is no account. */
export function AccountChoice({ accounts, selectedId, onSelect }: AccountChoiceProps) {
  const own = accounts.find(({ id }) => id === selectedId);
  if (!own) return null;
  if (accounts.length === 1) {
    return (
      <p class="account one-line" title={nameOf(own)}>
        <bdi>{nameOf(own)}</bdi>
      </p>
    );
  }
  return (
    <select
      class="account account--choice"
      aria-label={t('account_choice')}
      value={own.id}
      onChange={(event) => onSelect(event.currentTarget.value)}
    >
      {accounts.map((account) => (
        <option key={account.id} value={account.id}>
          {nameOf(account)}
        </option>
      ))}
    </select>
  );
}

function nameOf({ id, name, former = false }: AccountChoiceEntry): string {
  const shown = accountName({ id, displayName: name });
  return former ? t('account_former', shown) : shown;
}

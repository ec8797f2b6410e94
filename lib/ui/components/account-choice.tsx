/** Whose listening is in view: a name, or a choice where there are several. */
import type { AccountId } from '../../domain/account.ts';
import { t } from '../text.ts';

interface AccountChoiceProps {
  accounts: readonly { id: AccountId; name: string | null }[];
  selectedId: AccountId | null;
  onSelect: (id: AccountId) => void;
}

/** Nothing while there is no account. */
export function AccountChoice({ accounts, selectedId, onSelect }: AccountChoiceProps) {
  const own = accounts.find(({ id }) => id === selectedId);
  if (!own) return null;
  if (accounts.length === 1) {
    return (
      <p class="account one-line" title={own.name ?? undefined}>
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

/** Spotify knows accounts without a name. */
function nameOf({ name }: { name: string | null }): string {
  return name ?? t('account_unnamed');
}

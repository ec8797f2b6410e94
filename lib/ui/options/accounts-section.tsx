/** The accounts there are, and the way to one more. */
import type { Overview } from '../../messages/contract.ts';
import { AccountCard } from './account-card.tsx';
import { AnotherAccount } from './another-account.tsx';
import type { OptionsModel } from './options-model.ts';

interface AccountsSectionProps {
  model: OptionsModel;
  overview: Overview;
}

export function AccountsSection({ model, overview }: AccountsSectionProps) {
  const { accounts, selectedId, redirectUri } = overview;
  return (
    <>
      {accounts.map((view) => (
        <AccountCard
          key={view.account.id}
          model={model}
          view={view}
          selected={view.account.id === selectedId}
          only={accounts.length === 1}
        />
      ))}
      <AnotherAccount model={model} redirectUri={redirectUri} />
    </>
  );
}

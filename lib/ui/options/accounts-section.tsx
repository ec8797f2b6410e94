/** The accounts there are, and the way to one more. */
import type { Overview } from '../../messages/contract.ts';
import { Button } from '../components/button.tsx';
import { t } from '../text.ts';
import { AccountCard } from './account-card.tsx';
import { ConnectGuide } from './connect-guide.tsx';
import { Emphasis } from './emphasis.tsx';
import type { OptionsModel } from './options-model.ts';

interface AccountsSectionProps {
  model: OptionsModel;
  overview: Overview;
}

export function AccountsSection({ model, overview }: AccountsSectionProps) {
  const { accounts, selectedId } = overview;
  const open = model.connectingAnother.value;
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
      {open ? (
        <div class="another">
          <header class="another__head">
            <h3>{t('options_another')}</h3>
            <Button kind="quiet" small onClick={() => closeGuide(model)}>
              {t('options_another_close')}
            </Button>
          </header>
          <p>
            <Emphasis text={t('options_another_text')} />
          </p>
          <ConnectGuide model={model} redirectUri={overview.redirectUri} />
        </div>
      ) : (
        <p>
          <Button onClick={() => openGuide(model)}>{t('options_another')}</Button>
        </p>
      )}
    </>
  );
}

function openGuide(model: OptionsModel) {
  model.signIn.dismiss();
  model.connectingAnother.value = true;
}

function closeGuide(model: OptionsModel) {
  model.signIn.dismiss();
  model.connectingAnother.value = false;
}

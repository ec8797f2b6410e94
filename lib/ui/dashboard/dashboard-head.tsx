/** The head of the dashboard: the name of the thing, whose listening it is, the way to the options. */
import type { ComponentChildren } from 'preact';
import { AccountChoice } from '../components/account-choice.tsx';
import { Button } from '../components/button.tsx';
import { t } from '../text.ts';
import type { DashboardActions } from './dashboard-actions.ts';
import type { DashboardModel } from './dashboard-store.ts';

interface DashboardHeadProps {
  model: DashboardModel;
  actions: DashboardActions;
  search?: ComponentChildren;
  corner?: ComponentChildren;
}

export function DashboardHead({ model, actions, search, corner }: DashboardHeadProps) {
  return (
    <header class="dash__head">
      <img src="/icons/ostinato.svg" alt="" width="28" height="28" />
      <p class="dash__name">{t('popup_title')}</p>
      <div class="dash__account">
        <AccountChoice
          accounts={model.accounts}
          selectedId={model.selectedId}
          onSelect={(accountId) => actions.go({ accountId })}
        />
      </div>
      {model.shown ? search : null}
      {corner}
      <Button kind="quiet" onClick={actions.openOptions}>
        {t('popup_options')}
      </Button>
    </header>
  );
}

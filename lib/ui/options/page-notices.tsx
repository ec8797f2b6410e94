/** What concerns the whole page: no answer, no access, a sign-in that has just gone through. */
import type { Overview } from '../../messages/contract.ts';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { t } from '../text.ts';
import { accountName } from '../account-name.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { LossNotices } from './loss-notices.tsx';
import { PassphraseNotices } from '../passphrase/passphrase-notices.tsx';
import type { OptionsModel } from './options-model.ts';

export function PageNotices({ model }: { model: OptionsModel }) {
  const { overview, loading, error } = model.overview;
  const state = overview.value;
  const done = describeSignIn(model, state);
  return (
    <div class="page-notices">
      {error.value ? (
        <ErrorNotice
          error={error.value}
          now={model.clock.now.value}
          actions={
            <Button small busy={loading.value} onClick={() => void model.overview.reload()}>
              {t('options_try_again')}
            </Button>
          }
        />
      ) : null}
      {state && !state.hostAccess ? (
        <Notice
          tone="warning"
          title={t('options_hosts')}
          actions={
            <Button small kind="primary" onClick={() => model.requestHostAccess()}>
              {t('options_hosts_allow')}
            </Button>
          }
        >
          {t('options_hosts_text')}
        </Notice>
      ) : null}
      {state ? <LossNotices lost={state.lost} onDismiss={() => model.dismissLosses()} /> : null}
      {state ? (
        <PassphraseNotices
          store={model.unlock}
          overview={state}
          now={model.clock.now.value}
          returnId="accounts"
        />
      ) : null}
      {done ? (
        <Notice
          tone="info"
          title={done}
          actions={
            <Button small kind="quiet" onClick={() => closeDone(model)}>
              {t('options_close')}
            </Button>
          }
        />
      ) : null}
    </div>
  );
}

function closeDone(model: OptionsModel) {
  model.signIn.dismiss();
  document.getElementById('accounts')?.focus();
}

function describeSignIn(model: OptionsModel, state: Overview | null): string | null {
  const phase = model.signIn.phase.value;
  if (phase.name !== 'done') return null;
  const view = state?.accounts.find(({ account }) => account.id === phase.accountId);
  if (!view) return null;
  const name = accountName(view.account);
  if (phase.renew !== null) return t('options_done_renewed', name);
  return phase.wasKnown ? t('options_done_same', name) : t('options_done_new', name);
}

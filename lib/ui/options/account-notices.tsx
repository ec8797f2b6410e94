/** What a person should do or know about an account now; nothing when all is well. */
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { formatDate } from '../format.ts';
import { t } from '../text.ts';
import type { AccountView } from '../../messages/contract.ts';
import type { AccountCondition } from '../account-condition.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import type { OptionsModel } from './options-model.ts';
import { WaitingNotice } from './waiting-notice.tsx';

interface AccountNoticesProps {
  model: OptionsModel;
  view: AccountView;
  condition: AccountCondition;
}

export function AccountNotices({ model, view, condition }: AccountNoticesProps) {
  const { signIn, clock } = model;
  const { account, token } = view;
  const now = clock.now.value;
  const phase = signIn.phase.value;
  const renew = () => void signIn.start({ clientId: account.clientId, renew: account.id });

  if (phase.name === 'waiting' && phase.renew === account.id) {
    return <WaitingNotice cancelling={phase.cancelling} onCancel={() => void signIn.cancel()} />;
  }
  const reconnect = (
    <Button kind="primary" small onClick={renew}>
      {t('options_reconnect')}
    </Button>
  );
  const failed = phase.name === 'failed' && phase.renew === account.id ? phase.error : null;
  return (
    <>
      {failed ? (
        <ErrorNotice
          error={failed}
          now={now}
          urgent
          actions={offersSignIn(condition, token) ? null : reconnect}
        />
      ) : null}
      {condition.name === 'signed-out' ? (
        <Notice tone="info" title={t('signed_out')} actions={reconnect}>
          {t('signed_out_do')}
        </Notice>
      ) : null}
      {condition.name === 'reauthorize' ? (
        <ErrorNotice
          error={{
            code: 'token/reauthorize',
            data: condition.reason ? { reason: condition.reason } : {},
          }}
          now={now}
          actions={reconnect}
        />
      ) : null}
      {condition.name === 'misconfigured' ? (
        <Notice
          tone="warning"
          title={t('options_misconfigured')}
          actions={
            <Button small onClick={renew}>
              {t('options_reconnect')}
            </Button>
          }
        >
          {t('options_misconfigured_text')} <code class="wrap">{account.clientId}</code>
        </Notice>
      ) : null}
      {condition.name === 'quota' ? (
        <Notice tone="info" title={t('options_quota')}>
          {t('options_quota_text')}
        </Notice>
      ) : null}
      {token.renewalDue && token.status === 'connected' ? (
        <Notice
          tone="info"
          title={t('options_renewal', formatDate(token.renewBy, 'date'))}
          actions={
            <Button kind="primary" small onClick={renew}>
              {t('options_renew')}
            </Button>
          }
        >
          {t('options_renewal_text')}
        </Notice>
      ) : null}
    </>
  );
}

/** Whether a notice below has the button already. */
function offersSignIn({ name }: AccountCondition, token: AccountView['token']): boolean {
  return token.renewalDue || ['signed-out', 'reauthorize', 'misconfigured'].includes(name);
}

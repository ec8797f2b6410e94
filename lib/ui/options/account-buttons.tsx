/** What can be done with an account, and the line that says what came of it. */
import type { AccountView } from '../../messages/contract.ts';
import { Button } from '../components/button.tsx';
import { formatNumber } from '../format.ts';
import { t, tPlural } from '../text.ts';
import type { ActionOutcome } from './account-actions.ts';
import { accountName } from '../account-name.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import type { OptionsModel } from './options-model.ts';

interface AccountButtonsProps {
  model: OptionsModel;
  view: AccountView;
  selected: boolean;
  only: boolean;
}

export function AccountButtons({ model, view, selected, only }: AccountButtonsProps) {
  const { account, token } = view;
  const actions = model.actionsOf(account.id);
  const running = actions.running.value;
  const outcome = actions.outcome.value;
  const usable = token.status !== 'reauthorize' && token.status !== 'locked';
  return (
    <div class="actions">
      <div class="actions__row">
        {usable ? (
          <>
            <Button
              small
              busy={running === 'sync' || view.syncing}
              onClick={() => void actions.run('sync')}
            >
              {t('options_sync_now')}
            </Button>
            <Button small busy={running === 'refresh'} onClick={() => void actions.run('refresh')}>
              {t('options_refresh_now')}
            </Button>
          </>
        ) : null}
        <Button
          small
          busy={running === 'diagnostics'}
          onClick={() => void actions.run('diagnostics')}
        >
          {t('options_copy_diagnostics')}
        </Button>
        {only ? null : (
          <Button
            small
            disabled={selected}
            busy={running === 'select'}
            onClick={() => void actions.run('select')}
          >
            {selected ? t('options_selected') : t('options_select')}
          </Button>
        )}
        <span class="actions__last">
          <Button
            small
            kind="quiet"
            name={t('options_disconnect_name', accountName(account))}
            onClick={() => model.disconnect.open(account)}
          >
            {t('options_disconnect')}
          </Button>
        </span>
      </div>
      <output class="said small muted">{running ? '' : describeOutcome(outcome)}</output>
      {outcome?.name === 'failed' ? (
        <ErrorNotice error={outcome.error} now={model.clock.now.value} urgent />
      ) : null}
      {outcome?.name === 'diagnostics-shown' ? <DiagnosticsText text={outcome.text} /> : null}
    </div>
  );
}

function DiagnosticsText({ text }: { text: string }) {
  return (
    <textarea
      class="field__input field__input--code"
      rows={8}
      readOnly
      aria-label={t('options_diagnostics')}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}

const OUTCOME_WORDS = {
  refreshed: 'options_said_refreshed',
  selected: 'options_said_selected',
  'diagnostics-copied': 'options_said_copied',
  'diagnostics-shown': 'options_said_shown',
} as const;

function describeOutcome(outcome: ActionOutcome | null): string {
  if (outcome === null || outcome.name === 'failed') return '';
  if (outcome.name !== 'synced') return t(OUTCOME_WORDS[outcome.name]);
  const { added, possibleGap } = outcome.report;
  const found = tPlural('options_said_synced', added, formatNumber(added));
  return possibleGap ? `${found} ${t('options_said_gap')}` : found;
}

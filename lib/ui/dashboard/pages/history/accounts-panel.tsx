/** Whose listening is kept here, how much of it and since when. */
import type { AccountId } from '../../../../domain/account.ts';
import type { Overview } from '../../../../messages/contract.ts';
import { Button } from '../../../components/button.tsx';
import { formatDate, formatNumber } from '../../../format.ts';
import { t, type MessageKey } from '../../../text.ts';
import type { DashboardActions } from '../../dashboard-actions.ts';
import { listKept, type KeptState } from './kept-accounts.ts';

interface AccountsPanelProps {
  overview: Overview | null;
  /** Null: the one the popup shows. */
  selectedId: AccountId | null;
  actions: DashboardActions;
}

const STATES: Readonly<Record<KeptState, MessageKey>> = {
  connected: 'history_connected',
  former: 'history_former',
  imported: 'history_imported',
  sample: 'history_sample',
};

export function AccountsPanel({ overview, selectedId, actions }: AccountsPanelProps) {
  if (!overview) return null;
  const shown = selectedId ?? overview.selectedId;
  return (
    <section class="card" aria-labelledby="accounts">
      <h2 id="accounts">{t('history_accounts')}</h2>
      <div class="scroll-x">
        <table class="kept">
          <thead>
            <tr>
              <th scope="col">{t('history_account')}</th>
              <th scope="col">{t('history_state')}</th>
              <th scope="col" class="kept__number">
                {t('history_streams')}
              </th>
              <th scope="col">{t('history_since')}</th>
            </tr>
          </thead>
          <tbody>
            {listKept(overview).map(({ id, name, state, streams, since }) => (
              <tr key={id} class={id === shown ? 'kept__shown' : ''}>
                <th scope="row">
                  <a
                    class="link--quiet"
                    dir="auto"
                    href={actions.hrefFor({ accountId: id })}
                    aria-current={id === shown ? 'true' : undefined}
                  >
                    {name}
                  </a>
                </th>
                <td>{t(STATES[state])}</td>
                <td class="kept__number">{streams === null ? '–' : formatNumber(streams)}</td>
                <td>{since === null ? '–' : formatDate(since, 'date')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <Button onClick={actions.openOptions}>{t('history_manage')}</Button>
      </p>
    </section>
  );
}

/** Says above every picture why nothing new comes in for the account in view, and how to mend it. */
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { formatRelative } from '../format.ts';
import { findTrouble, troubleText } from '../popup/trouble.ts';
import { t } from '../text.ts';
import type { DashboardActions } from './dashboard-actions.ts';
import type { DashboardModel } from './dashboard-store.ts';

interface AccountTroubleProps {
  model: Pick<DashboardModel, 'overview' | 'selectedId' | 'now'>;
  /** The browser's own word (`navigator.onLine`). */
  online: boolean;
  actions: Pick<DashboardActions, 'openOptions' | 'reconnect'>;
}

/** Nothing for listening that belongs to no connected account: nothing new is expected there. */
export function AccountTrouble({ model, online, actions }: AccountTroubleProps) {
  const { overview, selectedId, now } = model;
  const view = overview?.accounts.find(({ account }) => account.id === selectedId);
  if (!overview || !view) return null;
  const trouble = findTrouble(overview, view, { now, online });
  // A gap is seen where it is, hatched.
  if (trouble && trouble.name !== 'possible-gap') {
    const { tone, title, text, action } = troubleText(trouble, now);
    const mend = { reconnect: actions.reconnect, 'open-options': actions.openOptions };
    const words = { reconnect: 'action_reconnect', 'open-options': 'action_options' } as const;
    return (
      <Notice
        tone={tone}
        title={title}
        actions={
          action === 'reconnect' || action === 'open-options' ? (
            <Button small onClick={mend[action]}>
              {t(words[action])}
            </Button>
          ) : null
        }
      >
        {text}
      </Notice>
    );
  }
  if (online) return null;
  const syncedAt = view.sync.last?.at ?? null;
  const ago = syncedAt === null ? '' : t('dashboard_offline_synced', formatRelative(syncedAt, now));
  return (
    <Notice tone="info" title={t('dashboard_offline')}>
      {t('dashboard_offline_text')} {ago}
    </Notice>
  );
}

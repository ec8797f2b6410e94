/** The popup's first line: whose listening this is, how collecting goes, and a way to collect now. */
import { AccountChoice } from '../components/account-choice.tsx';
import { Button } from '../components/button.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { formatRelative } from '../format.ts';
import { t } from '../text.ts';
import type { PopupActions } from './popup-actions.ts';
import type { PopupModel } from './popup-model.ts';
import type { Trouble } from './trouble.ts';

interface StateLineProps {
  model: PopupModel;
  actions: PopupActions;
}

export function StateLine({ model, actions }: StateLineProps) {
  return (
    <header class="state">
      <div class="state__who">
        {model.stage === 'loading' ? (
          <Skeleton width="9rem" height="2.5rem" />
        ) : (
          <>
            {model.selectedId === null ? (
              <p class="account">{t('popup_title')}</p>
            ) : (
              <AccountChoice
                accounts={model.accounts}
                selectedId={model.selectedId}
                onSelect={actions.selectAccount}
              />
            )}
            <output
              class="state__text one-line"
              data-dated={model.kind === 'connected' || undefined}
            >
              {stateText(model)}
            </output>
          </>
        )}
      </div>
      {model.stage === 'account' &&
      model.kind === 'connected' &&
      !model.empty &&
      !isLocked(model) ? (
        <Button small busy={model.syncing} onClick={actions.syncNow}>
          {t('popup_sync_now')}
        </Button>
      ) : null}
    </header>
  );
}

/** Then there is nothing to collect with. */
function isLocked({ trouble }: PopupModel): boolean {
  return trouble?.name === 'locked';
}

/** With these, “connected” would not be true. */
const DISCONNECTING: ReadonlySet<Trouble['name']> = new Set([
  'error',
  'no-access',
  'locked',
  'signed-out',
]);

function stateText(model: PopupModel): string {
  const { stage, kind, online, syncing, lastSyncAt, trouble, now } = model;
  if (stage === 'failed') return '';
  if (kind !== 'connected') return t(kind === 'sample' ? 'popup_sample' : 'popup_imported');
  const ago = lastSyncAt === null ? null : formatRelative(lastSyncAt, now);
  if (!online) return ago === null ? t('popup_offline') : t('popup_offline_synced', ago);
  if (syncing) return t('popup_syncing');
  if (trouble && DISCONNECTING.has(trouble.name))
    return ago === null ? t('popup_not_synced') : t('popup_last_synced', ago);
  return ago === null ? t('popup_never_synced') : t('popup_synced', ago);
}

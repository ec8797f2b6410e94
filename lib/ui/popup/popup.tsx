/** The popup: one frame, filled according to what is known. A pure picture of its model. */
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import type { ErrorAction } from '../error-words.ts';
import { LockedNotice } from '../passphrase/locked-notice.tsx';
import { t } from '../text.ts';
import { SampleBar } from '../sample/sample-bar.tsx';
import { AccountView } from './account-view.tsx';
import type { PopupActions } from './popup-actions.ts';
import type { PopupModel } from './popup-model.ts';
import { StateLine } from './state-line.tsx';
import { troubleText } from './trouble.ts';
import { Welcome } from './welcome.tsx';

interface PopupProps {
  model: PopupModel;
  actions: PopupActions;
}

export function Popup({ model, actions }: PopupProps) {
  if (model.stage === 'welcome') return <Welcome onConnect={actions.openOptions} />;
  return (
    <main
      class={model.trouble ? 'popup popup--troubled' : 'popup'}
      aria-busy={model.stage === 'loading' ? 'true' : undefined}
    >
      <h1 class="visually-hidden">{t('popup_title')}</h1>
      <StateLine model={model} actions={actions} />
      {model.kind === 'sample' ? (
        <SampleBar busy={model.syncing} onRemove={actions.removeSample} />
      ) : null}
      <TroubleNotice model={model} actions={actions} />
      {model.stage === 'failed' ? null : <AccountView model={model} actions={actions} />}
      <footer class="popup__foot">
        <Button kind={model.empty ? 'plain' : 'primary'} onClick={actions.openDashboard}>
          {t('popup_open_dashboard')}
        </Button>
        <Button kind="quiet" onClick={actions.openOptions}>
          {t('popup_options')}
        </Button>
      </footer>
    </main>
  );
}

function TroubleNotice({ model, actions }: PopupProps) {
  if (!model.trouble) return null;
  if (model.trouble.name === 'locked') {
    return <LockedNotice phase={model.unlock} onUnlock={actions.unlock} now={model.now} />;
  }
  const { tone, title, text, action } = troubleText(model.trouble, model.now);
  return (
    <Notice tone={tone} title={title} actions={<MendButton action={action} actions={actions} />}>
      {text}
    </Notice>
  );
}

function MendButton({ action, actions }: { action: ErrorAction; actions: PopupActions }) {
  const mends = {
    reconnect: { words: t('action_reconnect'), run: actions.reconnect },
    retry: { words: t('action_retry'), run: actions.retry },
    'open-options': { words: t('action_options'), run: actions.openOptions },
    none: null,
  };
  const mend = mends[action];
  if (!mend) return null;
  return (
    <Button small onClick={mend.run}>
      {mend.words}
    </Button>
  );
}

/** Asks before an account goes, separately about its history, and says afterwards what is gone. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { t } from '../text.ts';
import { accountName } from '../account-name.ts';
import type { DisconnectPhase } from './disconnect-store.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { ExternalLink } from '../components/external-link.tsx';
import type { OptionsModel } from './options-model.ts';

const SPOTIFY_APPS = 'https://www.spotify.com/account/apps/';

interface DisconnectDialogProps {
  model: OptionsModel;
  /** The heading that takes the focus when the account's own button is gone. */
  returnId: string;
}

export function DisconnectDialog({ model, returnId }: DisconnectDialogProps) {
  const { disconnect } = model;
  const phase = disconnect.phase.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const open = phase.name !== 'closed';

  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);

  function close() {
    const buttonIsGone = phase.name === 'done';
    disconnect.close();
    dialog.current?.close();
    // Otherwise the browser itself gives the focus back to the button.
    if (buttonIsGone) document.getElementById(returnId)?.focus();
  }

  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby="disconnect-title"
      onCancel={(event) => {
        event.preventDefault();
        if (phase.name !== 'working') close();
      }}
    >
      {phase.name === 'closed' ? null : phase.name === 'done' ? (
        <Done phase={phase} onClose={close} />
      ) : (
        <Question model={model} phase={phase} onClose={close} />
      )}
    </dialog>
  );
}

interface QuestionProps {
  model: OptionsModel;
  phase: Extract<DisconnectPhase, { name: 'asking' | 'working' }>;
  onClose: () => void;
}

function Question({ model, phase, onClose }: QuestionProps) {
  const { disconnect, clock } = model;
  const working = phase.name === 'working';
  return (
    <div class="dialog__body">
      <h2 id="disconnect-title">{t('options_disconnect_title', accountName(phase.account))}</h2>
      <p>{t('options_disconnect_text')}</p>
      <label class="tick">
        <input
          type="checkbox"
          checked={phase.deleteHistory}
          aria-labelledby="delete-history-name"
          aria-describedby="delete-history-words"
          onChange={(event) => disconnect.setDeleteHistory(event.currentTarget.checked)}
        />
        <span>
          <span id="delete-history-name">{t('options_disconnect_delete')}</span>
          <span class="tick__words" id="delete-history-words">
            {t('options_disconnect_delete_text')}
          </span>
        </span>
      </label>
      {phase.name === 'asking' && phase.error ? (
        <ErrorNotice error={phase.error} now={clock.now.value} urgent />
      ) : null}
      <div class="dialog__actions">
        <Button onClick={onClose} disabled={working}>
          {t('options_disconnect_keep')}
        </Button>
        <Button kind="danger" busy={working} onClick={() => void disconnect.confirm()}>
          {phase.deleteHistory ? t('options_disconnect_and_delete') : t('options_disconnect')}
        </Button>
      </div>
    </div>
  );
}

interface DoneProps {
  phase: Extract<DisconnectPhase, { name: 'done' }>;
  onClose: () => void;
}

function Done({ phase, onClose }: DoneProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <div class="dialog__body" ref={box}>
      <h2 id="disconnect-title">{t('options_disconnected', accountName(phase.account))}</h2>
      <output class="said">
        {phase.deletedHistory ? t('options_disconnected_deleted') : t('options_disconnected_kept')}
      </output>
      <p>{t('options_disconnected_apps')}</p>
      <p>
        <ExternalLink href={SPOTIFY_APPS}>{t('options_disconnected_link')}</ExternalLink>
      </p>
      <div class="dialog__actions">
        <Button onClick={onClose}>{t('options_close')}</Button>
      </div>
    </div>
  );
}

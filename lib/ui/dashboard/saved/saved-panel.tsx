/** Above playlists and library: when they were read from Spotify, how reading goes, and reading them again. */
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { errorText } from '../../error-text.ts';
import { t } from '../../text.ts';
import { useOwnId } from '../../own-id.ts';
import type { SavedStore } from './saved-store.ts';
import { readingLine, savedLine } from './saved-words.ts';

interface SavedPanelProps {
  store: SavedStore;
  /** UTC ms. */
  now: number;
  /** IANA name. */
  timeZone: string;
  onReconnect: () => void;
}

export function SavedPanel({ store, now, timeZone, onReconnect }: SavedPanelProps) {
  const state = store.state.value;
  const stageId = useOwnId();
  if (!state) return <SavedTrouble store={store} now={now} onReconnect={onReconnect} />;
  const { reading, playlistsAt, libraryAt } = state;
  const isNew = playlistsAt === null && libraryAt === null;
  return (
    <section class="saved" aria-label={t('saved_title')}>
      <div class="saved__line">
        <output class="small muted" id={stageId}>
          {reading ? readingLine(reading) : savedLine(state, now, timeZone)}
        </output>
        <Button
          small
          busy={store.refreshing.value || reading !== null}
          onClick={() => void store.refresh()}
        >
          {t(reading ? 'saved_reading' : isNew ? 'saved_read' : 'saved_refresh')}
        </Button>
      </div>
      {reading ? (
        <progress
          class="import-bar"
          aria-labelledby={stageId}
          {...(reading.total ? { max: reading.total, value: reading.done } : {})}
        />
      ) : (
        <SavedTrouble store={store} now={now} onReconnect={onReconnect} />
      )}
    </section>
  );
}

/** Why the last reading ended early. */
function SavedTrouble({ store, now, onReconnect }: Omit<SavedPanelProps, 'timeZone'>) {
  const error = store.error.value ?? store.state.value?.lastError?.error ?? null;
  if (!error) return null;
  // What was agreed to at sign-in does not cover it: Ostinato came to ask for it later.
  const isClosed = error.code === 'api/forbidden';
  const { what, safe, advice, action } = errorText(error, now);
  const mends = isClosed || action === 'reconnect';
  return (
    <Notice
      tone="warning"
      title={isClosed ? t('saved_forbidden') : what}
      actions={
        mends ? (
          <Button small onClick={onReconnect}>
            {t('options_renew')}
          </Button>
        ) : null
      }
    >
      {isClosed ? t('saved_forbidden_do') : `${advice} ${safe}`}
    </Notice>
  );
}

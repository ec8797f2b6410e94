/** An account's figures in the popup: the song, the range, the amounts, what was heard most. */
import { Button } from '../components/button.tsx';
import { Segmented } from '../components/segmented.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { t } from '../text.ts';
import { Amounts } from './amounts.tsx';
import type { PopupActions } from './popup-actions.ts';
import { datedRangeOptions } from './outdated.ts';
import type { PopupModel } from './popup-model.ts';
import { SongCard } from './song-card.tsx';
import { TopColumns } from './top-columns.tsx';

interface AccountViewProps {
  model: PopupModel;
  actions: PopupActions;
}

export function AccountView({ model, actions }: AccountViewProps) {
  const { snapshot, empty, range, song, outdatedAt } = model;
  if (snapshot === undefined) return <Waiting />;
  if (empty || !snapshot) {
    return (
      <>
        {song ? <SongCard model={model} song={song} timeZone={snapshot?.timeZone} /> : null}
        <section class="empty">
          {model.kind === 'connected' ? (
            <>
              <h2>{t('popup_empty_title')}</h2>
              <p class="muted small">{t('popup_empty_text')}</p>
              <Button kind="primary" busy={model.syncing} onClick={actions.syncNow}>
                {t('popup_sync_now')}
              </Button>
            </>
          ) : (
            <p class="muted small">{t('popup_uncounted')}</p>
          )}
        </section>
        {snapshot ? <TopColumns top={snapshot.ranges[range].top} /> : null}
      </>
    );
  }
  const figures = snapshot.ranges[range];
  return (
    <>
      {song ? <SongCard model={model} song={song} timeZone={snapshot.timeZone} /> : null}
      <Segmented
        legend={t('popup_range')}
        name="range"
        options={datedRangeOptions(model)}
        value={range}
        onChange={actions.selectRange}
      />
      <Amounts
        figures={figures}
        range={range}
        since={snapshot.since}
        outdatedAt={outdatedAt}
        timeZone={snapshot.timeZone}
      />
      <TopColumns
        top={figures.top}
        small={model.trouble !== null}
        invented={model.kind === 'sample'}
      />
    </>
  );
}

/** In the sizes of what will be there, so that nothing jumps. */
function Waiting() {
  return (
    <>
      <output class="visually-hidden">{t('loading')}</output>
      <Skeleton width="100%" height="56px" />
      <Skeleton width="100%" height="30px" />
      <Skeleton width="100%" height="124px" />
      <Skeleton width="100%" height="200px" />
    </>
  );
}

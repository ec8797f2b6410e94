/**
 * In the place of a page whose artist, album or song the history does not know, or no longer knows.
 * What stands in a list of Spotify's own is shown as far as Spotify tells of it.
 */
import type { ListedView } from '../../../../views/listed/contract.ts';
import type { SubjectName } from '../../../../views/subject-of.ts';
import { Button } from '../../../components/button.tsx';
import { Cover } from '../../../components/cover.tsx';
import { SpotifyLink } from '../../../components/spotify-link.tsx';
import { t, type MessageKey } from '../../../text.ts';
import type { DashboardActions } from '../../dashboard-actions.ts';
import { NameLink } from '../../name-link.tsx';

const TITLES: Readonly<Record<SubjectName['of'], MessageKey>> = {
  artist: 'detail_none_artist',
  album: 'detail_none_album',
  song: 'detail_none_song',
};
const LISTS = { artist: 'artists', album: 'albums', song: 'songs' } as const;

interface NotHereProps {
  subject: SubjectName;
  /** As Spotify lists it; null where it does not. */
  listed: ListedView;
  actions: DashboardActions;
}

export function NotHere({ subject: { of }, listed, actions }: NotHereProps) {
  const showTop = (
    <Button onClick={() => actions.go({ page: 'top', params: { list: LISTS[of] } })}>
      {t('detail_none_top')}
    </Button>
  );
  if (listed) {
    const { source, entry } = listed;
    return (
      <section class="card detail-head">
        <div class="detail-head__cover">
          <Cover url={entry.coverUrl} size={176} alt="" name={entry.name} eager />
        </div>
        <div class="detail-head__body">
          {entry.artist === null ? null : (
            <p class="detail-head__by">
              <NameLink kind="artist" name={entry.artist} actions={actions} />
            </p>
          )}
          <h2>{t(TITLES[of])}</h2>
          <p class="muted not-here__text">
            {t(source === 'spotify-4-weeks' ? 'detail_listed_4_weeks' : 'detail_listed_year')}{' '}
            {t('detail_listed_text')}
          </p>
          <p>
            {t('detail_open')} <SpotifyLink uri={entry.uri} name={entry.name} />
          </p>
          <p>{showTop}</p>
        </div>
      </section>
    );
  }
  return (
    <section class="card dash__empty">
      <h2>{t(TITLES[of])}</h2>
      <p class="muted not-here__text">{t('detail_none_text')}</p>
      {showTop}
    </section>
  );
}

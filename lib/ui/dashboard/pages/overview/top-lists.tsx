/** What was heard most in the range: the first artists, songs and albums, and the way to the rest. */
import type { TopEntry } from '../../../../domain/snapshot.ts';
import type { OverviewView } from '../../../../views/overview/contract.ts';
import { Cover } from '../../../components/cover.tsx';
import { formatDuration, formatNumber } from '../../../format.ts';
import { t, tPlural, type MessageKey, type PluralKey } from '../../../text.ts';
import type { DashboardActions } from '../../dashboard-actions.ts';
import type { DetailKind } from '../../detail-href.ts';
import { NameLink } from '../../name-link.tsx';
import type { OverviewPageProps } from './overview-props.ts';
import { topListFinding } from './overview-words.ts';

const LISTS = [
  { list: 'artists', kind: 'artist', words: 'top_count_artists', all: 'overview_all_artists' },
  { list: 'songs', kind: 'song', words: 'top_count_songs', all: 'overview_all_songs' },
  { list: 'albums', kind: 'album', words: 'top_count_albums', all: 'overview_all_albums' },
] as const satisfies readonly {
  list: string;
  kind: DetailKind;
  words: PluralKey;
  all: MessageKey;
}[];

const SOURCES: Readonly<Record<OverviewView['top']['source'], MessageKey | null>> = {
  history: null,
  'spotify-4-weeks': 'top_source_spotify_4_weeks',
  'spotify-year': 'top_source_spotify_year',
};

export function TopLists({ view: { top }, actions }: OverviewPageProps) {
  const source = SOURCES[top.source];
  return (
    <div class="tops">
      {LISTS.map(({ list, kind, words, all }) => (
        <section key={list} class="card top-few">
          <h2>{topListFinding(top[list], words)}</h2>
          {source ? <p class="muted small">{t(source)}</p> : null}
          {top[list].entries.length === 0 ? <p class="muted small">{t('top_empty')}</p> : null}
          <ol class="top-list">
            {top[list].entries.map((entry, index) => (
              <Entry key={index} {...{ entry, kind, actions }} place={index + 1} />
            ))}
          </ol>
          <a class="link small" href={actions.hrefFor({ page: 'top', params: { list } })}>
            {t(all)}
          </a>
        </section>
      ))}
    </div>
  );
}

interface EntryProps {
  entry: TopEntry;
  kind: DetailKind;
  place: number;
  actions: DashboardActions;
}

function Entry({ entry, kind, place, actions }: EntryProps) {
  const { name, artist, plays, playedMs, coverUrl, uri } = entry;
  return (
    <li class="top-list__entry">
      <span class="top-list__place" aria-hidden="true">
        {formatNumber(place)}
      </span>
      <Cover url={coverUrl} size={48} alt="" name={name} />
      <div class="top-list__text">
        <p class="top-list__name">
          <NameLink {...{ kind, name, artist, uri, actions }} />
        </p>
        <p class="muted small one-line" dir="auto">
          {artist === null ? (
            playedMs === null ? null : (
              formatDuration(playedMs)
            )
          ) : (
            <NameLink kind="artist" name={artist} actions={actions} />
          )}
        </p>
      </div>
      {plays === null ? null : (
        <p class="top-list__plays">
          {formatNumber(plays)}
          <span class="visually-hidden"> {tPlural('popup_plays', plays, formatNumber(plays))}</span>
        </p>
      )}
    </li>
  );
}

/** The head of a page about one artist, album or song: cover, what is known of it, and its figures. */
import type { ComponentChildren } from 'preact';
import type { Detail } from '../../../../views/detail/contract.ts';
import type { SubjectName } from '../../../../views/subject-of.ts';
import { Amount } from '../../../components/amount.tsx';
import { Button } from '../../../components/button.tsx';
import { ChangeMark } from '../../../components/change-mark.tsx';
import { Cover } from '../../../components/cover.tsx';
import { Duration } from '../../../components/duration.tsx';
import { SpotifyLink, SpotifySearchLink } from '../../../components/spotify-link.tsx';
import {
  changeAgainst,
  formatDate,
  formatDuration,
  formatNumber,
  formatPercent,
  formatSmallShare,
} from '../../../format.ts';
import { joinParts } from '../../../isolate.ts';
import { t, tOrdinal, tPlural } from '../../../text.ts';
import { ChangesLine } from '../../changes-line.tsx';
import { Fact, Facts } from '../../facts.tsx';
import { NameLink } from '../../name-link.tsx';
import type { PageProps } from '../../page.ts';
import { rangeText } from '../../range-words.ts';
import { placeChange } from '../top/top-words.ts';
import { releaseText } from './detail-words.ts';

interface DetailHeadProps extends PageProps {
  detail: Detail;
  subject: SubjectName;
}

export function DetailHead(props: DetailHeadProps) {
  const { detail, route, scope } = props;
  const { entry, amounts } = detail;
  return (
    <section class="card detail-head" aria-label={rangeText(route.range, scope.days)}>
      <div class="detail-head__cover">
        <Cover url={entry.coverUrl} size={176} alt="" name={entry.name} eager />
      </div>
      <div class="detail-head__body">
        <Known {...props} />
        {amounts.streams > 0 ? <Figures {...props} /> : <Silent {...props} />}
      </div>
    </section>
  );
}

/** Whose it is, since when it is heard, and what the Web API said of it. */
function Known({ detail, actions, timeZone }: DetailHeadProps) {
  const { entry, ever, releaseDate, genres, credits, durationMs } = detail;
  const { firstPlay, lastPlay } = ever;
  const released = releaseDate === null ? null : releaseText(releaseDate);
  return (
    <div class="detail-head__known">
      {entry.artist === null ? null : (
        <p class="detail-head__by">
          <NameLink kind="artist" name={entry.artist} actions={actions} />
        </p>
      )}
      <dl class="known">
        {firstPlay ? (
          <Known1 label={t('detail_first')}>{formatDate(firstPlay.at, 'moment', timeZone)}</Known1>
        ) : null}
        {lastPlay ? (
          <Known1 label={t('detail_last')}>{formatDate(lastPlay.at, 'moment', timeZone)}</Known1>
        ) : null}
        {released === null ? null : <Known1 label={t('detail_released')}>{released}</Known1>}
        {durationMs === null ? null : (
          <Known1 label={t('detail_length')}>{formatDuration(durationMs)}</Known1>
        )}
        {genres.length > 0 ? <Known1 label={t('detail_genres')}>{joinParts(genres)}</Known1> : null}
        {credits.length > 0 ? (
          <Known1 label={t('detail_with')}>
            {credits.map((name, i) => (
              <span key={name}>
                {i > 0 ? ' · ' : ''}
                <bdi>{name}</bdi>
              </span>
            ))}
          </Known1>
        ) : null}
        <Known1 label={t('detail_open')}>
          {entry.uri === null ? (
            <SpotifySearchLink name={entry.name} artist={entry.artist} />
          ) : (
            <SpotifyLink uri={entry.uri} name={entry.name} />
          )}
        </Known1>
      </dl>
    </div>
  );
}

function Known1({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="known__one">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const AMONG = {
  artist: 'detail_among_artists',
  album: 'detail_among_albums',
  song: 'detail_among_songs',
} as const;

function Figures({ detail, subject: { of }, scope, route }: DetailHeadProps) {
  const { amounts, before, place, share, skipRate } = detail;
  const wasHeard = before !== null && before.playedMs > 0;
  const comparedWhole = scope.comparedRecorded === 'whole';
  return (
    <div class="detail-head__figures">
      <Facts>
        <Fact
          label={t('list_plays')}
          detail={
            // What was not heard then is new only where all of then is known.
            before && (before.plays > 0 || comparedWhole) ? (
              <Against now={amounts.plays} before={before.plays} />
            ) : undefined
          }
        >
          <Amount value={formatNumber(amounts.plays)} unit="" />
        </Fact>
        <Fact
          label={t('list_time')}
          detail={
            wasHeard ? (
              <Against now={amounts.playedMs} before={before.playedMs} />
            ) : (
              t('detail_share', formatSmallShare(share))
            )
          }
        >
          <Duration ms={amounts.playedMs} />
        </Fact>
        {place ? (
          <Fact
            label={t('list_place')}
            detail={
              wasHeard
                ? placeChange(
                    { rank: place.rank, rankBefore: before.rank },
                    { compared: true, comparedWhole },
                  )?.words
                : tPlural(AMONG[of], place.among, formatNumber(place.among))
            }
          >
            <Amount value={tOrdinal(place.rank, formatNumber(place.rank))} unit="" />
          </Fact>
        ) : null}
        {skipRate === null ? null : (
          <Fact label={t('detail_skipped')} detail={t('detail_skipped_detail')}>
            <Amount value={formatPercent(skipRate)} unit="" />
          </Fact>
        )}
      </Facts>
      <ChangesLine scope={scope} compare={route.compare} />
    </div>
  );
}

function Against({ now, before }: { now: number; before: number }) {
  if (before === 0) return <>{t('top_new_words')}</>;
  return <ChangeMark change={changeAgainst(now, before)} />;
}

function Silent({ route, scope, actions }: DetailHeadProps) {
  return (
    <div class="detail-head__silent">
      <p>
        {t(
          scope.recorded === 'nothing' ? 'detail_gap' : 'detail_silent',
          rangeText(route.range, scope.days),
        )}
      </p>
      <Button onClick={() => actions.go({ range: 'all-time' })}>
        {t('dashboard_show_all_time')}
      </Button>
    </div>
  );
}

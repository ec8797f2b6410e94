/** The large figures of the range, each with its change against the range compared with. */
import type { ComponentChildren } from 'preact';
import { useCallback } from 'preact/hooks';
import type { Amounts } from '../../../../views/overview/contract.ts';
import type { ViewScope } from '../../../../views/protocol.ts';
import { Amount } from '../../../components/amount.tsx';
import { ChangeMark } from '../../../components/change-mark.tsx';
import { Duration } from '../../../components/duration.tsx';
import {
  changeAgainst,
  formatDate,
  formatDuration,
  formatNumber,
  formatPercent,
} from '../../../format.ts';
import { t, tPlural } from '../../../text.ts';
import { ChangesLine } from '../../changes-line.tsx';
import { Fact, Facts } from '../../facts.tsx';
import { FiguresTable } from '../../figures-table.tsx';
import { fileNameOf } from '../../file-name.ts';
import { rangeText } from '../../range-words.ts';
import { heroTable } from './hero-table.ts';
import type { OverviewPageProps } from './overview-props.ts';
import { averageDay, beginsWithin, playedOf } from './overview-words.ts';

export function Heroes({ view, route, scope, timeZone }: OverviewPageProps) {
  const { amounts, before, recordedDays, firstAt } = view;
  const { plays, playedMs, songs, artists, firstTimeShare } = amounts;
  const changeOf = (of: (amounts: Amounts) => number) => {
    const change = before && changeAgainst(of(amounts), of(before));
    return change ? <ChangeMark change={change} /> : undefined;
  };
  const table = useCallback(() => heroTable(view, scope), [view, scope]);
  const average = before ? null : averageDay(view);
  return (
    <section class="card heroes" aria-label={rangeText(route.range, scope.days)}>
      <Facts>
        <Fact
          label={t('overview_heard')}
          detail={
            average
              ? t(average, formatDuration(playedMs / recordedDays))
              : changeOf((of) => of.playedMs)
          }
        >
          <Duration ms={playedMs} />
        </Fact>
        <Fact
          label={t('overview_in')}
          detail={
            average
              ? t(average, formatNumber(roundFew(plays / recordedDays)))
              : changeOf((of) => of.plays)
          }
        >
          <Counted count={plays} unit={tPlural('popup_plays', plays, formatNumber(plays))} />
        </Fact>
        <Fact
          label={t('overview_of')}
          detail={inLines(
            changeOf((of) => of.songs),
            playedOf(songs, amounts.playedSongs),
          )}
        >
          <Counted count={songs} unit={tPlural('unit_song', songs, formatNumber(songs))} />
        </Fact>
        <Fact
          label={t('overview_by')}
          detail={inLines(
            changeOf((of) => of.artists),
            playedOf(artists, amounts.playedArtists),
          )}
        >
          <Counted count={artists} unit={tPlural('unit_artist', artists, formatNumber(artists))} />
        </Fact>
        {scope.days === null ? (
          <Since at={firstAt} timeZone={timeZone} />
        ) : firstTimeShare === null || beginsWithin(scope.days, scope.kept.firstAt) ? null : (
          <Fact label={t('overview_new')} detail={shareBefore(before, scope)}>
            <Amount value={formatPercent(firstTimeShare)} unit={t('overview_new_unit')} />
          </Fact>
        )}
      </Facts>
      <ChangesLine scope={scope} compare={route.compare} />
      <FiguresTable
        title={rangeText(route.range, scope.days)}
        table={table}
        fileName={fileNameOf('figures', route)}
      />
    </section>
  );
}

/** Each in a line of its own. */
function inLines(change: ComponentChildren, played: string | null): ComponentChildren {
  if (played === null) return change;
  return (
    <>
      {change}
      <span class="heroes__played">{played}</span>
    </>
  );
}

/** Few of something are told to a tenth: half a play a day is not none. */
function roundFew(count: number): number {
  return count < 10 ? Math.round(count * 10) / 10 : Math.round(count);
}

function Counted({ count, unit }: { count: number; unit: string }) {
  return <Amount value={formatNumber(count)} unit={unit} />;
}

/** A share is not compared in percents of percents, nor with days that the record begins within. */
function shareBefore(
  before: Amounts | null,
  { comparedDays, kept }: ViewScope,
): string | undefined {
  if (!before || before.firstTimeShare === null) return undefined;
  if (comparedDays && beginsWithin(comparedDays, kept.firstAt)) return undefined;
  return t('overview_new_before', formatPercent(before.firstTimeShare));
}

/** All time is compared with nothing, and all of it was new once. */
function Since({ at, timeZone }: { at: number | null; timeZone: string }) {
  if (at === null) return null;
  return (
    <Fact label={t('overview_since')} detail={formatDate(at, 'date', timeZone)}>
      <Amount value={formatDate(at, 'year', timeZone)} unit="" />
    </Fact>
  );
}

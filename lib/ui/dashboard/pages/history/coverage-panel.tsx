/** What the history can vouch for: since when it is complete, and where it has gaps. */
import { formatDate, formatDuration, formatNumber } from '../../../format.ts';
import { t, tPlural } from '../../../text.ts';
import { findCoverage } from './coverage-facts.ts';
import type { CoverageView } from '../../../../views/coverage/contract.ts';
import type { ViewScope } from '../../../../views/protocol.ts';

const GAPS_SHOWN = 10;

interface CoveragePanelProps {
  coverage: CoverageView['coverage'];
  kept: ViewScope['kept'];
  timeZone: string;
}

export function CoveragePanel({ coverage, kept, timeZone }: CoveragePanelProps) {
  const facts = findCoverage(coverage, kept.firstAt);
  const streams = tPlural('coverage_streams', kept.streams, formatNumber(kept.streams));
  const moment = (at: number) => formatDate(at, 'moment', timeZone);
  if (!facts) {
    return (
      <section class="card coverage">
        <h2>{t('coverage_title')}</h2>
        <p>{streams}</p>
        <p>{t('coverage_none')}</p>
      </section>
    );
  }
  const { since, until, gaps, partBefore } = facts;
  const newest = gaps.toReversed().slice(0, GAPS_SHOWN);
  return (
    <section class="card coverage">
      <h2>{t('coverage_title')}</h2>
      <p>{streams}</p>
      <p>
        {gaps.length === 0
          ? t('coverage_whole', moment(since), moment(until))
          : tPlural(
              'coverage_gaps',
              gaps.length,
              formatNumber(gaps.length),
              moment(since),
              moment(until),
            )}
      </p>
      {newest.length > 0 ? (
        <ul class="coverage__gaps">
          {newest.map(({ from, to }) => (
            <li key={from}>
              {t('coverage_gap', moment(from), moment(to), formatDuration(to - from))}
            </li>
          ))}
        </ul>
      ) : null}
      {partBefore && kept.firstAt !== null ? (
        <p class="muted small">
          {t('coverage_part_before', formatDate(kept.firstAt, 'date', timeZone))}
        </p>
      ) : null}
    </section>
  );
}

/** A year in review: a card for each finding, and every year beside each other. */
import type { ComponentChildren } from 'preact';
import type { YearReview, YearView } from '../../../../views/year/contract.ts';
import { formatDuration } from '../../../format.ts';
import { t } from '../../../text.ts';
import type { PageProps } from '../../page.ts';
import { ToCome } from '../../to-come.tsx';
import { formatDay } from '../../range-words.ts';
import { readYear } from './read-year.ts';
import { ReviewCard } from './review-card.tsx';
import { yearCards } from './year-cards.ts';

const DAY_MS = 86_400_000;

export function YearPage(props: PageProps & { view: YearView }) {
  const { view, scope, route, timeZone, firstWeekday, actions } = props;
  const { years, review } = view;
  const year = review?.year ?? readYear(route);
  if (years.length === 0) {
    return <Empty title={t('year_none_at_all_title')} text={t('year_none_at_all_text')} />;
  }
  return (
    <>
      <nav class="years" aria-label={t('year_choose')}>
        {years.toReversed().map((entry) => (
          <a
            key={entry.year}
            class="years__year"
            href={actions.hrefFor({ params: { year: String(entry.year) } })}
            aria-current={entry.year === year ? 'true' : undefined}
          >
            <span class="years__name">{String(entry.year)}</span>
            <span class="years__time">{yearTime(entry)}</span>
          </a>
        ))}
      </nav>
      {review ? (
        <>
          {review.byDay.includes(null) ? <p class="muted small">{t('timeline_hatched')}</p> : null}
          <div class="review">
            {yearCards(review, timeZone, firstWeekday).map((card) => (
              <ReviewCard key={card.key} card={card} year={review.year} when={whenText(review)} />
            ))}
          </div>
        </>
      ) : (
        <NoYear year={year} view={view} today={scope.today} actions={actions} />
      )}
    </>
  );
}

/** “2 days 4 h”; of a gap, that it is one. */
export function yearTime({ covered, playedMs }: YearView['years'][number]): string {
  return covered || playedMs > 0 ? formatDuration(playedMs) : t('year_not_recorded');
}

/** A year without music: a silent one, or one that nobody recorded. */
function NoYear({ year, view, today, actions }: Pick<PageProps, 'actions'> & NoYearProps) {
  if (year !== null && Date.UTC(year, 0) / DAY_MS > today) return <ToCome days={String(year)} />;
  if (view.years.some((entry) => entry.year === year && entry.covered)) {
    return <Empty title={t('year_none_title', String(year))} text={t('year_none_text')} />;
  }
  return (
    <Empty title={t('year_gap_title', String(year))} text={t('year_gap_text')}>
      <a class="link" href={actions.hrefFor({ page: 'history', params: {} })}>
        {t('dashboard_gap_link')}
      </a>
    </Empty>
  );
}

interface NoYearProps {
  year: number | null;
  view: YearView;
  /** Local days since 1970-01-01. */
  today: number;
}

/** A year that goes on is that of its days so far. */
export function whenText({
  year,
  running,
  days,
}: Pick<YearReview, 'year' | 'running' | 'days'>): string {
  const today = Date.UTC(year, 0) / DAY_MS + days - 1;
  return running ? t('year_until', String(year), formatDay(today, 'day-of-year')) : String(year);
}

interface EmptyProps {
  title: string;
  text: string;
  children?: ComponentChildren;
}

function Empty({ title, text, children }: EmptyProps) {
  return (
    <section class="card dash__empty">
      <h2>{title}</h2>
      <p class="muted">
        {text} {children}
      </p>
    </section>
  );
}

/** Small findings of the first page, each the way to a page of its own. */
import type { ComponentChildren } from 'preact';
import type { Part } from '../../../../views/detail/contract.ts';
import { Amount } from '../../../components/amount.tsx';
import { Cover } from '../../../components/cover.tsx';
import { formatNumber } from '../../../format.ts';
import { t, tPlural } from '../../../text.ts';
import type { DashboardActions } from '../../dashboard-actions.ts';
import type { DetailKind } from '../../detail-href.ts';
import { NameLink } from '../../name-link.tsx';
import { daysText, formatDay, rangeOfDays } from '../../range-words.ts';
import type { OverviewPageProps } from './overview-props.ts';
import { newsFinding, streakFinding } from './overview-words.ts';

export function News({ view: { news }, scope, actions }: OverviewPageProps) {
  return (
    <SideCard
      title={newsFinding(news, scope.kept.firstAt)}
      note={daysText(news.days)}
      more={{
        href: actions.hrefFor({ page: 'taste', params: { part: 'discoveries' } }),
        text: t('overview_news_more'),
      }}
    >
      {news.top.length > 0 ? (
        <ul class="top-list">
          {news.top.map((part) => (
            <Small
              key={JSON.stringify([part.entry.name, part.entry.artist])}
              part={part}
              kind={news.kind === 'artists' ? 'artist' : 'song'}
              actions={actions}
            />
          ))}
        </ul>
      ) : null}
    </SideCard>
  );
}

export function EarlierDays({ view: { onThisDay }, scope, actions }: OverviewPageProps) {
  const today = formatDay(scope.today, 'day-of-year');
  const [latest] = onThisDay;
  return (
    <SideCard
      title={
        latest
          ? t(
              'overview_day',
              formatDay(latest.day, 'date'),
              tPlural('popup_plays_count', latest.plays, formatNumber(latest.plays)),
            )
          : t('overview_day_none', today)
      }
      note={latest ? t('overview_day_note') : t('overview_day_none_text')}
      more={
        latest
          ? {
              href: actions.hrefFor({ page: 'taste', params: { part: 'on-this-day' } }),
              text: t('overview_day_more'),
            }
          : null
      }
    >
      {latest ? (
        <ul class="top-list">
          {onThisDay.map(({ day, song }) =>
            song ? (
              <Small
                key={day}
                part={song}
                kind="song"
                actions={actions}
                mark={
                  <a
                    class="link--quiet"
                    href={actions.hrefFor({ range: rangeOfDays({ first: day, last: day }) })}
                  >
                    {formatDay(day, 'year')}
                  </a>
                }
              />
            ) : null,
          )}
        </ul>
      ) : null}
    </SideCard>
  );
}

export function Streaks({ view: { streaks }, scope, timeZone, actions }: OverviewPageProps) {
  const { current, longest } = streaks;
  if (!longest) return null;
  return (
    <SideCard
      title={streakFinding(streaks, scope.kept.firstAt, timeZone)}
      note={current ? t('popup_since', formatDay(current.first, 'date')) : ''}
      more={{
        href: actions.hrefFor({ page: 'habits', params: { part: 'streaks' } }),
        text: t('overview_streak_more'),
      }}
    >
      <dl class="streak">
        <dt class="muted small">{t('streaks_longest')}</dt>
        <dd>
          <Amount
            value={formatNumber(longest.days)}
            unit={tPlural('unit_day', longest.days, formatNumber(longest.days))}
          />
        </dd>
        <dd class="muted small">
          <a class="link--quiet" href={actions.hrefFor({ range: rangeOfDays(longest) })}>
            {daysText(longest)}
          </a>
        </dd>
      </dl>
    </SideCard>
  );
}

interface SideCardProps {
  title: string;
  note: string;
  more: { href: string; text: string } | null;
  children: ComponentChildren;
}

function SideCard({ title, note, more, children }: SideCardProps) {
  return (
    <section class="card side-card">
      <div>
        <h2>{title}</h2>
        {note === '' ? null : <p class="muted small">{note}</p>}
      </div>
      {children}
      {more ? (
        <a class="link small side-card__more" href={more.href}>
          {more.text}
        </a>
      ) : null}
    </section>
  );
}

interface SmallProps {
  part: Part;
  kind: DetailKind;
  actions: DashboardActions;
  /** Before the name. */
  mark?: ComponentChildren;
}

function Small({ part: { entry, plays }, kind, actions, mark }: SmallProps) {
  return (
    <li class="top-list__entry">
      {mark === undefined ? null : <span class="top-list__mark">{mark}</span>}
      <Cover url={entry.coverUrl} size={40} alt="" name={entry.name} />
      <div class="top-list__text">
        <p class="top-list__name">
          <NameLink kind={kind} {...entry} actions={actions} />
        </p>
        <p class="muted small one-line" dir="auto">
          {entry.artist ?? tPlural('popup_plays_count', plays, formatNumber(plays))}
        </p>
      </div>
    </li>
  );
}

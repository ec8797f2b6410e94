/** The rows of a top list: place, change, name, share, plays and time. */
import { useCallback } from 'preact/hooks';
import type { TopRow, TopSort, TopView } from '../../../../views/top/contract.ts';
import { Cover } from '../../../components/cover.tsx';
import { formatDuration, formatNumber, formatSmallShare } from '../../../format.ts';
import { t } from '../../../text.ts';
import type { DashboardActions } from '../../dashboard-actions.ts';
import { NameLink } from '../../name-link.tsx';
import type { ListRows } from '../../rows/list-rows.ts';
import { Cell, ColumnHead, RowTable } from '../../rows/row-table.tsx';
import { ariaSort, type TopChoice } from './top-choice.ts';
import { NAME_WORDS, placeChange, shareOf } from './top-words.ts';

interface TopTableProps {
  title: string;
  view: TopView;
  choice: TopChoice;
  rows: ListRows<TopRow>;
  actions: DashboardActions;
  onSort: (column: TopSort) => void;
  /** A column may be sorted by soon. */
  onNear: (column: TopSort) => void;
}

const KINDS = { songs: 'song', artists: 'artist', albums: 'album' } as const;

export function TopTable({ title, view, choice, rows, actions, onSort, onNear }: TopTableProps) {
  // Read so that what comes in is drawn.
  void rows.version.value;
  const { list, by } = choice;
  const measured = view.first !== null;
  const onSpan = useCallback((span: Parameters<typeof rows.need>[0]) => rows.need(span), [rows]);

  const head = (sort: TopSort, label: string) => (
    <ColumnHead
      kind={sort}
      sorted={ariaSort(choice, sort)}
      onSort={() => onSort(sort)}
      onNear={() => onNear(sort)}
    >
      {label}
    </ColumnHead>
  );

  return (
    <RowTable
      label={title}
      kind="top"
      by={by}
      count={rows.count}
      rowRem={3.75}
      onSpan={onSpan}
      head={
        <>
          {head('place', t('top_place'))}
          {view.compared ? head('change', t('top_change')) : null}
          {head('name', t(NAME_WORDS[list]))}
          {measured ? (
            <>
              <ColumnHead kind="share">{t('top_share')}</ColumnHead>
              {head('plays', t('kept_plays'))}
              {head('time', t('spark_column_heard'))}
            </>
          ) : null}
        </>
      }
      row={(index, tabIndex) => {
        const row = rows.at(index);
        return row ? <Row {...{ row, view, choice, actions, tabIndex }} /> : <Unknown />;
      }}
    />
  );
}

interface RowProps extends Pick<TopTableProps, 'view' | 'choice' | 'actions'> {
  row: TopRow;
  tabIndex: 0 | -1;
}

function Row({ row, view, choice, actions, tabIndex }: RowProps) {
  const { rank, plays, playedMs } = row;
  const change = placeChange(row, view);
  const measured = view.first !== null;
  return (
    <>
      <Cell kind="place">{formatNumber(rank)}</Cell>
      {view.compared ? (
        <Cell kind="change">
          {change ? (
            <span class={`place-change place-change--${change.kind}`} title={change.words}>
              <span aria-hidden="true">{change.mark}</span>
              <span class="visually-hidden">{change.words}</span>
            </span>
          ) : null}
        </Cell>
      ) : null}
      <Cell kind="name">
        <div class="top-entry">
          {choice.list === 'playlists' ? null : (
            <Cover url={row.coverUrl} size={40} alt="" name={row.name} />
          )}
          <div class="top-name">
            <Name row={row} list={choice.list} actions={actions} tabIndex={tabIndex} />
            <Below row={row} actions={actions} />
          </div>
        </div>
      </Cell>
      {measured ? (
        <>
          <Cell kind="share">
            <Share row={row} view={view} by={choice.by} />
          </Cell>
          <Cell kind="plays">{plays === null ? '' : formatNumber(plays)}</Cell>
          <Cell kind="time">{playedMs === null ? '' : formatDuration(playedMs)}</Cell>
        </>
      ) : null}
    </>
  );
}

function Name({
  row,
  list,
  actions,
  tabIndex,
}: Omit<RowProps, 'view' | 'choice'> & { list: TopChoice['list'] }) {
  const { name, artist, uri } = row;
  if (list !== 'playlists') {
    return <NameLink kind={KINDS[list]} {...{ name, artist, uri, actions, tabIndex }} />;
  }
  // The line is cut by its block: a link alone would run over the figures beside it.
  return (
    <p class="top-name__list one-line" dir="auto" title={name}>
      <a
        class="link--quiet"
        tabIndex={tabIndex}
        href={actions.hrefFor({ page: 'playlists', params: { list: name } })}
      >
        {name}
      </a>
    </p>
  );
}

/** The artist; of a playlist, how much of it was ever played. */
function Below({ row: { artist, playlist }, actions }: Pick<RowProps, 'row' | 'actions'>) {
  if (playlist) {
    const { songs, songsPlayed } = playlist;
    return (
      <p class="muted small one-line">
        {t('top_playlist_played', formatNumber(songsPlayed), formatNumber(songs))}
      </p>
    );
  }
  if (artist === null) return null;
  return (
    <p class="muted small one-line">
      <NameLink kind="artist" name={artist} actions={actions} tabIndex={-1} />
    </p>
  );
}

/** The bar is measured against the first place, the number against all music of the range. */
function Share({ row, view, by }: { row: TopRow; view: TopView; by: TopChoice['by'] }) {
  const share = shareOf(row, view, by);
  const most = view.first ? shareOf(view.first, view, by) : null;
  if (share === null) return null;
  const part = most ? share / most : 0;
  return (
    <span class="share">
      <span class="share__bar" aria-hidden="true">
        <span
          class="share__part"
          style={{ inlineSize: part > 0 ? `${Math.max(part * 100, 0.5)}%` : 0 }}
        />
      </span>
      <span class="share__number">{formatSmallShare(share)}</span>
    </span>
  );
}

/** In the place of a row that is on its way. */
function Unknown() {
  return (
    <Cell kind="waiting">
      <span class="visually-hidden">{t('loading')}</span>
    </Cell>
  );
}

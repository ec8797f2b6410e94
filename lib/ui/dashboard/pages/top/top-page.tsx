/** Top songs, artists, albums and playlists: choices, the finding, and the list down to its end. */
import { useMemo, useState } from 'preact/hooks';
import { toErrorRecord, type ErrorRecord } from '../../../../domain/app-error.ts';
import { TopBy, TopList, type TopView } from '../../../../views/top/contract.ts';
import { tableToCsv } from '../../../charts/chart-table.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Segmented } from '../../../components/segmented.tsx';
import { saveFile } from '../../../save-file.ts';
import { t } from '../../../text.ts';
import type { PageProps } from '../../page.ts';
import { createListRows } from '../../rows/list-rows.ts';
import { FilterField } from './filter-field.tsx';
import { readWholeTop, topFileName } from './save-top.ts';
import { readTopChoice, sortAfterClick, type TopChoice } from './top-choice.ts';
import { TopTable } from './top-table.tsx';
import { LIST_WORDS, topFinding, topNote } from './top-words.ts';

/** Rows that are asked for at once. */
export const TOP_ROWS = 100;

type TopPageProps = PageProps & { view: TopView };

export function TopPage(props: TopPageProps) {
  const { view, route, scope, actions, ask, now } = props;
  const choice = readTopChoice(route.params);
  const rows = useMemo(
    () =>
      createListRows({
        count: view.matching,
        first: view.rows,
        page: TOP_ROWS,
        ask: async (offset, limit) => (await ask('top', { ...choice, offset, limit })).view.rows,
      }),
    [view],
  );
  const title = topFinding(view, choice);
  const change = (part: Partial<Pick<TopChoice, 'by' | 'filter'>>) => ({
    params: { ...route.params, ...part },
  });
  const isEmpty = view.places === 0;
  return (
    <>
      <div class="top-choices">
        <Segmented
          legend={t('top_list')}
          name="top-list"
          options={TopList.options.map((key) => ({ key, label: t(LIST_WORDS[key]) }))}
          value={choice.list}
          onChange={(list) =>
            actions.go({ params: { ...route.params, list, filter: '', sort: '' } })
          }
        />
        {view.source === 'history' ? (
          <Segmented
            legend={t('playlists_by')}
            name="top-by"
            options={TopBy.options.map((key) => ({
              key,
              label: t(key === 'plays' ? 'playlists_by_plays' : 'playlists_by_time'),
            }))}
            value={choice.by}
            onChange={(by) => actions.go({ params: { ...route.params, by, sort: '' } })}
          />
        ) : null}
        <FilterField
          value={choice.filter}
          onChange={(filter) => actions.go(change({ filter }), { replace: true })}
          // Makes the index of names ready; a failure shows when it is asked in earnest.
          onFocus={() => void ask('search', { typed: '', limit: 0 }).catch(() => null)}
        />
      </div>
      {isEmpty && choice.list === 'playlists' ? (
        <section class="card dash__empty">
          <h2>{t('playlists_none_title')}</h2>
          <p class="muted">{t('playlists_none_text')}</p>
        </section>
      ) : (
        <section class="card top-card">
          <div class="top-card__head">
            <div class="top-card__words">
              <h2>{title}</h2>
              <p class="muted small">{topNote(view, choice, { range: route.range, scope })}</p>
            </div>
            <SaveButton {...props} choice={choice} />
          </div>
          {view.matching > 0 ? (
            <TopTable
              {...{ title, view, choice, rows, actions }}
              // All names are compared once: it is begun before it is asked for in earnest.
              onNear={(sort) => {
                if (sort !== 'name' || choice.sort === 'name') return;
                void ask('top', { ...choice, sort, offset: 0, limit: 1 }).catch(() => null);
              }}
              onSort={(column) =>
                actions.go({ params: { ...route.params, sort: sortAfterClick(choice, column) } })
              }
            />
          ) : (
            <p class="muted top-card__none">
              {choice.filter === '' ? t('top_empty') : t('top_filter_none')}
            </p>
          )}
          {rows.error.value ? <ErrorNotice error={rows.error.value} now={now} /> : null}
        </section>
      )}
    </>
  );
}

function SaveButton({ ask, route, scope, now, choice }: TopPageProps & { choice: TopChoice }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorRecord | null>(null);

  async function save(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const table = await readWholeTop(ask, choice);
      const blob = new Blob([tableToCsv(table)], { type: 'text/csv;charset=utf-8' });
      saveFile({ name: `${topFileName(choice, route.range, scope)}.csv`, blob });
    } catch (thrown) {
      setError(toErrorRecord(thrown));
    }
    setBusy(false);
  }

  return (
    <>
      <Button small busy={busy} onClick={() => void save()}>
        {t('chart_save_csv')}
      </Button>
      {error ? <ErrorNotice error={error} now={now} /> : null}
    </>
  );
}

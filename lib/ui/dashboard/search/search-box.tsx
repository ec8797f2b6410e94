/** The search in the head: a combobox over artists, songs and albums; `/` leads to it from anywhere. */
import { useEffect, useRef } from 'preact/hooks';
import { Cover } from '../../components/cover.tsx';
import { errorText } from '../../error-text.ts';
import { formatNumber } from '../../format.ts';
import { t, tPlural, type MessageKey } from '../../text.ts';
import { useOwnId } from '../../own-id.ts';
import type { DashboardActions } from '../dashboard-actions.ts';
import { detailHref, type DetailKind } from '../detail-href.ts';
import { isField } from './is-field.ts';
import type { SearchResult, SearchStore } from './search-store.ts';

interface SearchBoxProps {
  store: SearchStore;
  actions: DashboardActions;
  /** UTC ms. */
  now: number;
}

const GROUPS: Readonly<Record<DetailKind, MessageKey>> = {
  artist: 'top_artists',
  song: 'top_songs',
  album: 'top_albums',
};

export function SearchBox({ store, actions, now }: SearchBoxProps) {
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useOwnId();
  const open = store.open.value;
  const active = store.active.value;
  useSlashKey(field);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function choose(result: SearchResult | null): void {
    if (!result) return;
    const { kind, entry } = result;
    actions.go({ page: kind, params: { name: entry.name, artist: entry.artist ?? '' } });
    store.clear();
    field.current?.blur();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown') store.move(1);
    else if (event.key === 'ArrowUp') store.move(-1);
    else if (event.key === 'Enter') choose(store.chosen());
    else if (event.key === 'Escape' && open) store.close();
    else if (event.key === 'Escape') store.clear();
    else return;
    event.preventDefault();
  }

  return (
    <search class="search">
      <input
        ref={field}
        class="search__field"
        type="text"
        role="combobox"
        aria-label={t('search_label')}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active === null ? undefined : `${id}-${active}`}
        aria-keyshortcuts="/"
        placeholder={t('search_placeholder')}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        dir="auto"
        value={store.text.value}
        onInput={(event) => store.type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onFocus={() => store.prepare()}
        onBlur={() => store.close()}
      />
      <kbd class="search__key" aria-hidden="true">
        /
      </kbd>
      <output class="visually-hidden">{open ? spokenCount(store) : ''}</output>
      {/* Pressing a result must not take the focus from the field, which would close the list. */}
      <div
        ref={list}
        id={`${id}-list`}
        class="search__list"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <datalist> shows no covers
        role="listbox"
        aria-label={t('search_results')}
        hidden={!open}
        onPointerDown={(event) => event.preventDefault()}
      >
        {store.groups.value.map(({ kind, begin, results }) => (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- of options, not of fields
          <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
            <p id={`${id}-${kind}`} class="search__group">
              {t(GROUPS[kind])}
            </p>
            {results.map((result, i) => (
              <Result
                key={i}
                id={`${id}-${begin + i}`}
                result={result}
                selected={active === begin + i}
                href={detailHref(actions, kind, result.entry) ?? '#'}
                onPoint={() => store.point(begin + i)}
                onChoose={() => choose(result)}
              />
            ))}
          </div>
        ))}
        {store.nothing.value ? <p class="search__nothing">{t('search_nothing')}</p> : null}
        {store.error.value ? (
          <p class="search__nothing">{errorText(store.error.value, now).what}</p>
        ) : null}
      </div>
    </search>
  );
}

interface ResultProps {
  id: string;
  result: SearchResult;
  selected: boolean;
  href: string;
  onPoint: () => void;
  onChoose: () => void;
}

/** A link as well, so that it can be opened in another tab. */
function Result({ id, result, selected, href, onPoint, onChoose }: ResultProps) {
  const { entry, plays } = result;
  return (
    <a
      id={id}
      class="search__result"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <option> holds no cover
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      href={href}
      onPointerMove={onPoint}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onChoose();
      }}
    >
      <Cover url={entry.coverUrl} size={36} alt="" name={entry.name} />
      <span class="search__names">
        <bdi class="search__name one-line">{entry.name}</bdi>
        {entry.artist === null ? null : (
          <span class="muted one-line" dir="auto">
            {entry.artist}
          </span>
        )}
      </span>
      <span class="search__plays">{tPlural('popup_plays_count', plays, formatNumber(plays))}</span>
    </a>
  );
}

function spokenCount({ groups }: SearchStore): string {
  const count = groups.value.reduce((sum, { results }) => sum + results.length, 0);
  return count === 0 ? t('search_nothing') : tPlural('search_found', count, formatNumber(count));
}

/** Unless it is typed somewhere. */
function useSlashKey(field: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.altKey || event.ctrlKey || event.metaKey) return;
      if (isField(event.target)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [field]);
}

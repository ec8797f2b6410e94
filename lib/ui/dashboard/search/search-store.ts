/** What is typed into the search, what was found, and which of it is about to be chosen. */
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { type ErrorRecord, toErrorRecord } from '../../../domain/app-error.ts';
import type { Part } from '../../../views/detail/contract.ts';
import type { SearchView } from '../../../views/search/contract.ts';
import type { DetailKind } from '../detail-href.ts';
import type { AskView } from '../page.ts';

/** Of each kind. */
const MOST = 5;

/** One result; its place among all is what the arrow keys count. */
export interface SearchResult extends Part {
  kind: DetailKind;
}

export interface SearchGroup {
  kind: DetailKind;
  /** The place of its first result among all. */
  begin: number;
  results: readonly SearchResult[];
}

export interface SearchStore {
  text: ReadonlySignal<string>;
  /** Those with a result, in the order in which they are shown. */
  groups: ReadonlySignal<readonly SearchGroup[]>;
  /** Results stand below the field. */
  open: ReadonlySignal<boolean>;
  /** Something was looked for, and there is nothing. */
  nothing: ReadonlySignal<boolean>;
  /** The place of the result that Enter chooses; null while none is pointed at. */
  active: ReadonlySignal<number | null>;
  error: ReadonlySignal<ErrorRecord | null>;
  /** Nobody has typed yet, but is about to. */
  prepare: () => void;
  type: (text: string) => void;
  /** To the next result, or the one before; around the ends. */
  move: (by: 1 | -1) => void;
  point: (place: number | null) => void;
  /** What Enter chooses: the result pointed at, or the first. */
  chosen: () => SearchResult | null;
  /** Hides the results; what was typed stays. */
  close: () => void;
  clear: () => void;
}

/** @param ask of the account in view; null while there is none. */
export function createSearchStore(ask: () => AskView | null): SearchStore {
  const text = signal('');
  const found = signal<{ typed: string; view: SearchView } | null>(null);
  const wanted = signal(false);
  const active = signal<number | null>(null);
  const error = signal<ErrorRecord | null>(null);
  let question = 0;

  const isTyped = computed(() => text.value.trim() !== '');
  const groups = computed(() => (isTyped.value && found.value ? groupsOf(found.value.view) : []));
  const count = computed(() => groups.value.reduce((sum, { results }) => sum + results.length, 0));
  const nothing = computed(
    () => isTyped.value && found.value?.typed === text.value && count.value === 0,
  );

  async function look(typed: string): Promise<void> {
    question += 1;
    const mine = question;
    const asking = ask();
    if (!asking) return;
    try {
      const { view } = await asking('search', { typed, limit: MOST });
      if (mine !== question || typed.trim() === '') return;
      found.value = { typed, view };
      active.value = null;
      error.value = null;
    } catch (thrown) {
      if (mine === question) error.value = toErrorRecord(thrown);
    }
  }

  function clear(): void {
    question += 1;
    text.value = '';
    found.value = null;
    wanted.value = false;
    active.value = null;
    error.value = null;
  }

  return {
    text,
    groups,
    nothing,
    active,
    error,
    open: computed(
      () => wanted.value && (count.value > 0 || nothing.value || error.value !== null),
    ),
    prepare: () => void look(''),
    type(typed) {
      text.value = typed;
      wanted.value = true;
      void look(typed);
    },
    move(by) {
      if (count.value === 0) return;
      wanted.value = true;
      const from = active.value ?? (by > 0 ? -1 : count.value);
      active.value = (from + by + count.value) % count.value;
    },
    point(place) {
      active.value = place;
    },
    chosen() {
      const all = groups.value.flatMap(({ results }) => results);
      return all[active.value ?? 0] ?? null;
    },
    close() {
      wanted.value = false;
      active.value = null;
    },
    clear,
  };
}

function groupsOf({ artists, songs, albums }: SearchView): SearchGroup[] {
  const groups: SearchGroup[] = [];
  let begin = 0;
  for (const [kind, parts] of [
    ['artist', artists],
    ['song', songs],
    ['album', albums],
  ] as const) {
    if (parts.length === 0) continue;
    groups.push({ kind, begin, results: parts.map((part) => ({ kind, ...part })) });
    begin += parts.length;
  }
  return groups;
}

/**
 * A table of any length on a page that scrolls: only the rows in view are in the document, each with
 * its true place told. One tab stop; arrow keys, Page, Home and End move between the links.
 */
import { Fragment, type ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../format.ts';
import { t } from '../../text.ts';
import { onPrint } from '../../on-print.ts';
import { useOwnId } from '../../own-id.ts';
import {
  MOST_PRINTED,
  printedRows,
  rowAfterKey,
  type RowSpan,
  visibleRows,
} from './visible-rows.ts';

interface RowTableProps {
  label: string;
  count: number;
  /** In rem, so that it grows with the text. */
  rowRem: number;
  /** Of the columns: each a `ColumnHead`. */
  head: ComponentChildren;
  /** The cells of a row; its links take `tabIndex`. */
  row: (index: number, tabIndex: 0 | -1) => ComponentChildren;
  /** Called with what is drawn, so that it can be fetched. */
  onSpan?: (span: RowSpan) => void;
  /** For the columns' widths. */
  kind: string;
  /** The column it is ordered by, for its looks. */
  by?: string;
}

export function RowTable({ label, count, rowRem, head, row, onSpan, kind, by }: RowTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const hint = useOwnId();
  const rowHeight = useRem() * rowRem;
  const span = useSpan(body, { rowHeight, count });
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  useEffect(() => onSpan?.(span), [span.from, span.to, onSpan]);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    // The row may be there before what is in it.
    const link = linkOf(body.current!, wanted.current);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });

  // Where nobody stands in the list, Tab leads to what is in view.
  const stop =
    active >= span.from && active < span.to ? active : Math.min(span.from + 8, count - 1);
  const isInside = body.current?.contains(document.activeElement) ?? false;
  const current = isInside ? active : stop;
  const drawn = indicesOf(span);
  if (isInside && active < span.from) drawn.unshift(active);
  if (isInside && active >= span.to && active < count) drawn.push(active);

  function moveByKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const page = Math.max(1, Math.floor(window.innerHeight / rowHeight) - 2);
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      if (moveInRow(event.target, event.key === 'ArrowRight' ? 1 : -1)) event.preventDefault();
      return;
    }
    const next = rowAfterKey(event.key, rowOf(event.target) ?? current, { count, page });
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    wanted.current = next;
    scrollToRow(body.current!, next * rowHeight, rowHeight);
  }

  return (
    <>
      <table
        class={`rows rows--${kind}`}
        data-by={by}
        aria-label={label}
        aria-rowcount={count + 1}
        aria-describedby={hint}
      >
        <caption id={hint} class="visually-hidden">
          {t('rows_keys')}
        </caption>
        <thead>
          <tr aria-rowindex={1}>{head}</tr>
        </thead>
        {/* The links in it are what is interactive: keys move between them. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody
          ref={body}
          onKeyDown={moveByKey}
          onFocusCapture={({ target }) => {
            const index = rowOf(target);
            if (index !== null) setActive(index);
          }}
        >
          {drawn.map((index, i) => (
            <Fragment key={index}>
              <Gap rows={index - (drawn[i - 1] ?? -1) - 1} rowHeight={rowHeight} />
              <tr
                aria-rowindex={index + 2}
                data-row={index}
                style={{ blockSize: `${rowHeight}px` }}
              >
                {row(index, index === current ? 0 : -1)}
              </tr>
            </Fragment>
          ))}
          <Gap rows={count - (drawn.at(-1) ?? -1) - 1} rowHeight={rowHeight} />
        </tbody>
      </table>
      {count > MOST_PRINTED ? (
        <p class="rows__printed">
          {t('rows_printed', formatNumber(MOST_PRINTED), formatNumber(count))}
        </p>
      ) : null}
    </>
  );
}

/** As tall as the rows that are not drawn. */
function Gap({ rows, rowHeight }: { rows: number; rowHeight: number }) {
  if (rows <= 0) return null;
  return <tr aria-hidden="true" class="rows__gap" style={{ blockSize: `${rows * rowHeight}px` }} />;
}

interface ColumnHeadProps {
  kind: string;
  children: ComponentChildren;
  /** The rows are in this column's order. */
  sorted?: 'ascending' | 'descending' | undefined;
  /** A column that rows can be ordered by. */
  onSort?: () => void;
  /** Pointer or focus is on it. */
  onNear?: () => void;
}

/** The head of a column; `kind` names its class: a width, a side. */
export function ColumnHead({ kind, children, sorted, onSort, onNear }: ColumnHeadProps) {
  return (
    <th scope="col" class={`rows__${kind}`} aria-sort={sorted}>
      {onSort ? (
        <button
          type="button"
          class="rows__sort"
          onClick={onSort}
          onPointerEnter={onNear}
          onFocus={onNear}
        >
          <span class="rows__sort-name">{children}</span>
          <span class="rows__sort-mark" aria-hidden="true">
            {sorted === undefined ? '↕' : sorted === 'ascending' ? '▲' : '▼'}
          </span>
        </button>
      ) : (
        children
      )}
    </th>
  );
}

export function Cell({ kind, children }: { kind: string; children: ComponentChildren }) {
  return <td class={`rows__${kind}`}>{children}</td>;
}

function indicesOf({ from, to }: RowSpan): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function linkOf(body: HTMLElement, row: number): HTMLElement | null {
  return body.querySelector<HTMLElement>(`[data-row="${row}"] a`);
}

function rowOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row ? Number(row.dataset['row']) : null;
}

/** To the next link of the same row, or the one before; false where there is none. */
function moveInRow(target: EventTarget | null, by: 1 | -1): boolean {
  const row = target instanceof Element ? target.closest('[data-row]') : null;
  const links = Array.from(row?.querySelectorAll('a') ?? []);
  const next = links[links.findIndex((link) => link === target) + by];
  next?.focus();
  return next !== undefined;
}

/** The least scrolling that brings a row into view, below what sticks to the top. */
function scrollToRow(body: HTMLElement, offset: number, rowHeight: number): void {
  const top = body.getBoundingClientRect().top + offset;
  const room = 2 * rowHeight;
  if (top < room) window.scrollBy(0, top - room);
  else if (top + rowHeight > window.innerHeight) {
    window.scrollBy(0, top + rowHeight - window.innerHeight);
  }
}

/** One rem in px. */
function useRem(): number {
  const [rem] = useState(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  return rem || 16;
}

function useSpan(
  body: { current: HTMLElement | null },
  rows: { rowHeight: number; count: number },
): RowSpan {
  const { rowHeight, count } = rows;
  const [span, setSpan] = useState(() => visibleRows(0, window.innerHeight, rows));
  useLayoutEffect(() => {
    const measure = () => {
      const { top } = body.current!.getBoundingClientRect();
      const next = visibleRows(top, window.innerHeight, { rowHeight, count });
      setSpan((last) => (last.from === next.from && last.to === next.to ? last : next));
    };
    measure();
    // On paper nothing scrolls: the list's beginning stands for it.
    const forgetPrint = onPrint(() => setSpan(printedRows(count)), measure);
    window.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    return () => {
      forgetPrint();
      window.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, [body, rowHeight, count]);
  return { from: Math.min(span.from, count), to: Math.min(span.to, count) };
}

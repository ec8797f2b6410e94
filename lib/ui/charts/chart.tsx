/**
 * Shows a picture as SVG as wide as its place, and lets a person read its values: by pointing, and by
 * arrow keys on one tab stop: an invisible slider over the picture, whose text is the value read.
 */
import type { ComponentChildren } from 'preact';
import { useContext, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../text.ts';
import { ChartContext } from './chart-context.ts';
import { ChartTip } from './chart-tip.tsx';
import { Marks } from './marks.tsx';
import type { CursorKey, Draw, Reading } from './picture.ts';
import { readingText } from './reading-text.ts';
import { measureTexts } from './text-width.ts';

const KEYS: ReadonlySet<string> = new Set<CursorKey>([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Home',
  'End',
]);

interface ChartProps {
  /** Made anew only when the data are: drawing is the expensive part. */
  draw: Draw;
  /** What the chart shows; the title of the frame around it when not given. */
  label?: string;
  /** Said in place of the chart where there is nothing to draw. */
  empty?: ComponentChildren;
}

export function Chart({ draw, label, empty }: ChartProps) {
  const frame = useContext(ChartContext);
  useLayoutEffect(() => frame?.offer(draw), [frame, draw]);
  if (draw === null) return <div class="chart__empty">{empty ?? t('chart_empty')}</div>;
  return <DrawnChart draw={draw} label={label ?? frame?.title ?? ''} />;
}

function DrawnChart({ draw, label }: { draw: NonNullable<Draw>; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const hint = useId();
  const width = useWidth(box);
  const [cursor, setCursor] = useState<number | null>(null);
  const picture = useMemo(
    () => (width > 0 ? draw({ width, textWidth: measureTexts(box.current!) }) : null),
    [draw, width],
  );
  // The shapes are many and the cursor moves often: they are looked at again only when they changed.
  const marks = useMemo(() => (picture ? <Marks marks={picture.marks} /> : null), [picture]);
  const readings = picture?.readings;
  const count = readings?.count ?? 0;
  const at = cursor === null ? null : Math.min(cursor, count - 1);
  const reading: Reading | null = readings && at !== null && at >= 0 ? readings.at(at) : null;

  function readAtPointer(event: PointerEvent): void {
    const area = box.current!.getBoundingClientRect();
    const scale = width / area.width;
    const [x, y] = [(event.clientX - area.left) * scale, (event.clientY - area.top) * scale];
    setCursor(readings?.find(x, y) ?? null);
  }

  function readByKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') setCursor(null);
    if (event.key === 'Enter' && reading?.href) window.location.assign(reading.href);
    if (!readings || !isCursorKey(event.key)) return;
    event.preventDefault();
    setCursor(at === null ? readings.start : readings.move(at, event.key));
  }

  return (
    <div
      ref={box}
      class="chart__box"
      onPointerMove={readAtPointer}
      onPointerDown={readAtPointer}
      onPointerLeave={() => setCursor(null)}
    >
      {picture ? (
        <svg
          class="chart__picture"
          width={width}
          height={picture.height}
          viewBox={`0 0 ${width} ${picture.height}`}
          aria-hidden="true"
        >
          {marks}
          {reading ? <Marks marks={reading.cursor} /> : null}
        </svg>
      ) : null}
      {readings && count > 0 ? (
        <input
          class="chart__cursor"
          type="range"
          min={1}
          max={count}
          value={(at ?? readings.start) + 1}
          aria-label={label}
          aria-describedby={hint}
          aria-valuetext={readingText(reading ?? readings.at(readings.start))}
          onKeyDown={readByKey}
          onInput={({ currentTarget }) => setCursor(Number(currentTarget.value) - 1)}
          onFocus={() => setCursor((now) => now ?? readings.start)}
          onBlur={() => setCursor(null)}
        />
      ) : null}
      <p id={hint} class="visually-hidden">
        {t('chart_keys')}
      </p>
      {reading && picture ? (
        <ChartTip reading={reading} width={width} height={picture.height} />
      ) : null}
    </div>
  );
}

function isCursorKey(key: string): key is CursorKey {
  return KEYS.has(key);
}

/** Of an element, in whole px; 0 before it is known, which is before the first paint. */
function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watched = element.current!;
    const measure = () => setWidth(Math.floor(watched.getBoundingClientRect().width));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

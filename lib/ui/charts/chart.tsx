/**
 * Shows a picture as SVG as wide as its place, and lets a person read its values: by pointing, and by
 * arrow keys on one tab stop: an invisible slider over the picture, whose text is the value read.
 */
import type { ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../text.ts';
import { useOwnId } from '../own-id.ts';
import { ChartContext } from './chart-context.ts';
import { ChartTip } from './chart-tip.tsx';
import { useChartWidth } from './chart-width.ts';
import { Marks } from './marks.tsx';
import type { CursorKey, Draw } from './picture.ts';
import { PictureView } from './picture-view.tsx';
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
  const hint = useOwnId();
  const { width, onPaper } = useChartWidth(box);
  const [hovered, setHovered] = useState<number | null>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const picture = useMemo(
    () => (width > 0 ? draw({ width, textWidth: measureTexts(box.current!) }) : null),
    [draw, width],
  );
  const readings = picture?.readings;
  const count = readings?.count ?? 0;
  const at = Math.min(cursor ?? readings?.start ?? 0, count - 1);
  const shown = hovered === null ? (focused ? at : null) : Math.min(hovered, count - 1);
  const reading = readings && shown !== null && shown >= 0 ? readings.at(shown) : null;

  function readAtPointer(event: PointerEvent): void {
    const area = box.current!.getBoundingClientRect();
    const scale = width / area.width;
    const [x, y] = [(event.clientX - area.left) * scale, (event.clientY - area.top) * scale];
    setHovered(readings?.find(x, y) ?? null);
  }

  function readByKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      setHovered(null);
      setFocused(false);
    }
    const href = readings?.at(at).href;
    if (event.key === 'Enter' && href !== undefined) window.location.assign(href);
    if (!readings || !isCursorKey(event.key)) return;
    event.preventDefault();
    setHovered(null);
    setFocused(true);
    setCursor(readings.move(at, event.key));
  }

  return (
    <div
      ref={box}
      class="chart__box"
      onPointerMove={readAtPointer}
      onPointerDown={readAtPointer}
      // A finger that was lifted has not gone away: what it touched stays until the next touch.
      onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setHovered(null)}
    >
      {picture ? (
        <PictureView picture={picture} width={width} onPaper={onPaper}>
          {reading ? <Marks marks={reading.cursor} /> : null}
        </PictureView>
      ) : null}
      {readings && count > 0 ? (
        <input
          class="chart__cursor"
          type="range"
          min={1}
          max={count}
          value={at + 1}
          aria-label={label}
          aria-describedby={hint}
          aria-valuetext={readingText(readings.at(at))}
          onKeyDown={readByKey}
          onInput={({ currentTarget }) => setCursor(Number(currentTarget.value) - 1)}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
        />
      ) : null}
      <p id={hint} class="visually-hidden">
        {t(readings && count > 0 && readings.at(at).href ? 'chart_keys_open' : 'chart_keys')}
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

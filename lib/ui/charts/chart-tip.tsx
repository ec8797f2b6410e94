/** The value that is read, beside its place in the chart. The slider says the same in words. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Reading } from './picture.ts';

interface ChartTipProps {
  reading: Reading;
  width: number;
  height: number;
}

const DISTANCE = 10;

export function ChartTip({ reading, width, height }: ChartTipProps) {
  const element = useRef<HTMLDivElement>(null);
  const { x, y, title, lines } = reading;
  useLayoutEffect(() => {
    const tip = element.current!;
    const left = Math.max(0, Math.min(width - tip.offsetWidth, x - tip.offsetWidth / 2));
    const above = y - tip.offsetHeight - DISTANCE;
    const top = above >= -tip.offsetHeight ? above : Math.min(height, y + DISTANCE);
    tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }, [reading, width]);
  return (
    <div ref={element} class="chart__tip" aria-hidden="true">
      <p class="chart__tip-title">{title}</p>
      <ul>
        {lines.map(({ name, value, ink }, index) => (
          <li key={index} class="chart__tip-line">
            {ink === undefined ? null : (
              <span class="chart__swatch" style={{ background: `var(--${ink})` }} />
            )}
            {name === undefined ? null : <span class="chart__tip-name">{name}</span>}
            <span class="chart__tip-value">{value}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

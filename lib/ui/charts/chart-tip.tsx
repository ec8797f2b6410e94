/** The value that is read, beside its place in the chart. The slider says the same in words. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Reading } from './picture.ts';
import { placeTip } from './place-tip.ts';

interface ChartTipProps {
  reading: Reading;
  width: number;
  height: number;
}

export function ChartTip({ reading, width, height }: ChartTipProps) {
  const element = useRef<HTMLDivElement>(null);
  const { x, y, title, lines } = reading;
  useLayoutEffect(() => {
    const tip = element.current!;
    const size = { width: tip.offsetWidth, height: tip.offsetHeight };
    const { left, top } = placeTip(size, { width, height }, { x, y });
    tip.style.transform = `translate(${left}px, ${top}px)`;
  }, [reading, width, height]);
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

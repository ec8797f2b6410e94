/** The shapes and texts of a picture as SVG. */
import { useOwnId } from '../own-id.ts';
import type { Mark, PathMark, TextMark } from './picture.ts';
import { BOLD } from './text-width.ts';

export function Marks({ marks }: { marks: readonly Mark[] }) {
  const hatch = useOwnId();
  return (
    <g>
      {marks.some((mark) => mark.kind === 'path' && mark.fill === 'hatch') ? (
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V6" stroke="var(--hatch)" stroke-width="1.6" />
        </pattern>
      ) : null}
      {marks.map((mark, index) =>
        mark.kind === 'path' ? (
          <PathShape key={index} mark={mark} hatch={hatch} />
        ) : (
          <TextShape key={index} mark={mark} />
        ),
      )}
    </g>
  );
}

function PathShape({ mark, hatch }: { mark: PathMark; hatch: string }) {
  const { d, fill, stroke, strokeWidth, dash, opacity } = mark;
  if (d === '') return null;
  return (
    <path
      d={d}
      fill={fill === undefined ? 'none' : fill === 'hatch' ? `url(#${hatch})` : `var(--${fill})`}
      stroke={stroke && `var(--${stroke})`}
      stroke-width={strokeWidth}
      stroke-dasharray={dash?.join(' ')}
      opacity={opacity === 1 ? undefined : opacity}
      stroke-linejoin="round"
    />
  );
}

function TextShape({ mark }: { mark: TextMark }) {
  const { x, y, text, size, ink, bold, anchor, full, href } = mark;
  const shape = (
    <text
      x={x}
      y={y}
      font-size={size}
      font-weight={bold ? BOLD : undefined}
      text-anchor={anchor}
      fill={`var(--${ink})`}
    >
      {full === undefined ? null : <title>{full}</title>}
      {text}
    </text>
  );
  if (href === undefined) return shape;
  // Not a tab stop: Enter follows it while the value is read, and the table has it as a link.
  return (
    <a href={href} class="chart__link" tabindex={-1}>
      {shape}
    </a>
  );
}

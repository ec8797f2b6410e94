/** The shape of a range in one small picture: a bar a step, hatched where nothing was recorded. */
import { useEffect, useState } from 'preact/hooks';
import { formatDuration } from '../format.ts';
import { t } from '../text.ts';
import { useOwnId } from '../own-id.ts';

export interface SparkStep {
  /** What the step is called in the table behind the picture. */
  label: string;
  playedMs: number;
  /** False where the history has a gap through the whole step: hatched, never zero. */
  covered: boolean;
}

interface SparkLineProps {
  steps: readonly SparkStep[];
  /** What the picture shows, in words. */
  title: string;
  /** As wide as a page: thinner bars, more height. */
  wide?: boolean;
}

/** A step that is covered but silent: a line along the ground. */
const LEAST = 1.5;

export function SparkLine({ steps, title, wide = false }: SparkLineProps) {
  const hatch = useOwnId();
  const [width, height] = wide ? [1000, 128] : [328, 48];
  const most = Math.max(1, ...steps.map(({ playedMs }) => playedMs));
  const pitch = width / Math.max(1, steps.length);
  const gap = Math.min(4, pitch * 0.25);

  /** All bars of a kind in one path: a few nodes instead of hundreds. */
  function bars(isOfKind: (step: SparkStep) => boolean, heightOf: (step: SparkStep) => number) {
    return steps
      .map((step, index) => {
        if (!isOfKind(step)) return '';
        const tall = heightOf(step);
        const left = index * pitch + gap / 2;
        return `M${left} ${height}v${-tall}h${pitch - gap}v${tall}z`;
      })
      .join('');
  }

  return (
    <figure class="spark">
      <svg
        class="spark__picture"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <defs>
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0V5" class="spark__hatch" />
          </pattern>
        </defs>
        <path
          fill={`url(#${hatch})`}
          d={bars(
            ({ covered }) => !covered,
            () => height,
          )}
        />
        {/* Over the hatching, too: what was heard in a gap is known in part. */}
        <path
          class="spark__bar"
          d={bars(
            ({ playedMs }) => playedMs > 0,
            ({ playedMs }) => Math.max(LEAST, (playedMs / most) * height),
          )}
        />
        <path
          class="spark__zero"
          d={bars(
            ({ covered, playedMs }) => covered && playedMs === 0,
            () => LEAST,
          )}
        />
      </svg>
      <figcaption class="visually-hidden">
        <SparkTable steps={steps} title={title} />
      </figcaption>
    </figure>
  );
}

/** Nobody sees it, so it comes after the first paint: it has more elements than all the rest. */
function SparkTable({ steps, title }: Pick<SparkLineProps, 'steps' | 'title'>) {
  const [painted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  if (!painted) return <>{title}</>;
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('spark_column_when')}</th>
          <th scope="col">{t('spark_column_heard')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ label, playedMs, covered }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{heardIn(playedMs, covered)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function heardIn(playedMs: number, covered: boolean): string {
  if (covered) return formatDuration(playedMs);
  return playedMs > 0
    ? t('spark_partly_covered', formatDuration(playedMs))
    : t('spark_not_covered');
}

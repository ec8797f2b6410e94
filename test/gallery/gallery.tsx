/** The page of the charts' gallery: every chart with data that flatter it, and with data that do not. */
import { render, type ComponentChildren } from 'preact';
import { ChartFrame } from '../../lib/ui/charts/chart-frame.tsx';
import type { ChartTable } from '../../lib/ui/charts/chart-table.ts';
import {
  BarChart,
  CalendarHeatmap,
  ColumnChart,
  HourWeek,
  LineChart,
  SmallColumns,
  StackedColumns,
} from '../../lib/ui/charts/charts.tsx';
import { durations, plays, ranks } from '../../lib/ui/charts/measure.ts';
import { setCatalogue } from '../../lib/ui/text.ts';
import { lookUpEnglish } from '../unit/ui/english.ts';
import * as data from './sample-data.ts';
import './gallery.css';

setCatalogue(lookUpEnglish, 'en-GB');

const MONTH_2012 = 42 * 12;

const table: ChartTable = {
  columns: [
    { label: 'Artist', kind: 'name' },
    { label: 'Time heard', kind: 'duration' },
  ],
  rows: data.rankedArtists.map(({ name, value, href }) => [{ text: name, href }, value]),
};

const stacked = data.stacks(MONTH_2012, 36, 8);
const manyStacked = data.stacks(MONTH_2012, 180, 8);
const lines = data.ranks(MONTH_2012 + 12, 24, 5);
const oneRank = data.ranks(MONTH_2012, 60, 1);
const adding = data.cumulative(MONTH_2012, 60);
const months = data.months(MONTH_2012, 36);
const firstDay = data.TODAY - 30;
const days = data.days(firstDay, 31);
const tenThousand = data.days(data.TODAY - 10_000, 10_000);
const longLine = {
  steps: tenThousand,
  series: [{ name: 'Heard', values: tenThousand.map(({ value }) => value) }],
};
const twoYears = data.calendar(data.TODAY - 700, 701);
const fifteenYears = data.calendar(data.TODAY - 5499, 5500);
const oneDay = { firstDay: data.TODAY, values: [3_600_000 * 2] };
const hours = data.hourWeek();
const seasons = data.seasons();
const releaseYears = data.releaseYears();

/** The key is the fragment that shows an example alone, and the name of its picture. */
const EXAMPLES: Record<string, () => ComponentChildren> = {
  bars: () => <BarChart rows={data.rankedArtists} measure={durations} />,
  'bars-songs': () => <BarChart rows={data.rankedSongs} measure={plays} most={8} />,
  months: () => (
    <ColumnChart
      columns={months}
      measure={durations}
      before={{
        name: 'A year before',
        values: months.map((_, i) => months[i - 12]?.value ?? null),
      }}
    />
  ),
  days: () => <ColumnChart columns={days} measure={durations} />,
  releases: () => <ColumnChart columns={releaseYears} measure={plays} />,
  stacks: () => <StackedColumns {...stacked} measure={durations} />,
  'stacks-many': () => <StackedColumns {...manyStacked} measure={durations} />,
  cumulative: () => <LineChart {...adding} measure={durations} />,
  ranks: () => <LineChart {...lines} measure={ranks} inverted />,
  'rank-one': () => <LineChart {...oneRank} measure={ranks} inverted />,
  calendar: () => <CalendarHeatmap {...twoYears} measure={durations} />,
  'calendar-many': () => <CalendarHeatmap {...fifteenYears} measure={durations} />,
  hours: () => <HourWeek values={hours} measure={plays} />,
  seasons: () => <SmallColumns panels={seasons} measure={plays} />,
  'one-bar': () => <BarChart rows={data.rankedArtists.slice(0, 1)} measure={durations} />,
  'one-column': () => <ColumnChart columns={months.slice(0, 1)} measure={durations} />,
  'one-stack': () => (
    <StackedColumns
      columns={stacked.columns.slice(4, 5)}
      series={stacked.series}
      measure={durations}
    />
  ),
  'one-point': () => (
    <LineChart
      steps={adding.steps.slice(0, 1)}
      series={[{ name: 'Heard', values: [3_600_000] }]}
      measure={durations}
    />
  ),
  'one-day': () => <CalendarHeatmap {...oneDay} measure={durations} />,
  'ten-thousand-columns': () => <ColumnChart columns={tenThousand} measure={durations} />,
  'ten-thousand-points': () => <LineChart {...longLine} measure={durations} />,
  empty: () => <BarChart rows={[]} measure={plays} />,
};

const TITLES: Record<string, string> = {
  bars: 'Nocturne Avenue leads by three weeks of listening',
  months: 'Most was heard in the spring of 2014',
  hours: 'Weekend evenings, and the way to work',
  stacks: `Every few months another favourite`,
  calendar: 'Hardly a day without music since the winter of 2025',
  seasons: 'Most variety in autumn',
};

function Gallery() {
  const only = location.hash.slice(1);
  const shown = only ? [only] : Object.keys(EXAMPLES);
  return (
    <main class="gallery">
      <h1 class="visually-hidden">Charts</h1>
      {shown.map((name) => (
        <section class="card" key={name} id={name}>
          <ChartFrame
            title={TITLES[name] ?? name}
            note="Music heard for at least 30 seconds. Hatched: nothing was recorded then."
            table={table}
            fileName={`ostinato-${name}`}
          >
            {EXAMPLES[name]?.()}
          </ChartFrame>
        </section>
      ))}
    </main>
  );
}

const root = document.getElementById('app')!;

/** Milliseconds from the first line of code to the frame that shows the example. */
async function measure(name: string): Promise<{ script: number; painted: number }> {
  render(null, root);
  await nextFrame();
  const start = performance.now();
  render(<div>{EXAMPLES[name]?.()}</div>, root);
  // The layout effect has set the width; the picture is drawn in a microtask.
  await Promise.resolve();
  const script = performance.now() - start;
  await nextFrame();
  return { script, painted: performance.now() - start };
}

/** Resolves after the next frame was painted. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve());
      port1.start();
      port2.postMessage(null);
    });
  });
}

Object.assign(globalThis, { measureChart: measure });
render(<Gallery />, root);

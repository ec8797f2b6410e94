/** The calendar of every day, each of which leads to the listening of that day. */
import { useMemo, useRef } from 'preact/hooks';
import { drawCalendar, type CalendarDays } from '../../../charts/calendar-picture.ts';
import { Chart } from '../../../charts/chart.tsx';
import type { Measure } from '../../../charts/measure.ts';
import type { Canvas, Picture } from '../../../charts/picture.ts';
import type { Weekday } from '../../../charts/week.ts';

interface LinkedCalendarProps extends CalendarDays {
  measure: Measure;
  weekStart: Weekday;
  /** Of a local day since 1970-01-01. */
  hrefOf: (day: number) => string;
}

export function LinkedCalendar(props: LinkedCalendarProps) {
  const { firstDay, values, covered, within, measure, weekStart, hrefOf } = props;
  const pointed = useRef<number | null>(null);
  const tapped = useRef<number | null>(null);
  const draw = useMemo(() => {
    const days = { firstDay, values, ...(covered && { covered }), ...(within && { within }) };
    const drawPlain = drawCalendar({ ...days, measure, weekStart });
    return (canvas: Canvas) =>
      withLinks(drawPlain(canvas), {
        hrefOf: (index) => hrefOf(firstDay + index),
        onFind: (index) => (pointed.current = index),
      });
  }, [firstDay, values, covered, within, measure, weekStart, hrefOf]);

  /** A mouse has read the value before it clicks; a finger reads first, and opens by a second tap. */
  function open(event: MouseEvent): void {
    const index = pointed.current;
    if (index === null) return;
    const byTouch = 'pointerType' in event && event.pointerType === 'touch';
    if (byTouch && tapped.current !== index) tapped.current = index;
    else window.location.assign(hrefOf(firstDay + index));
  }

  return (
    // By keyboard, Enter opens the day that is read.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div class="linked-calendar" onClick={open}>
      <Chart draw={draw} />
    </div>
  );
}

interface Links {
  hrefOf: (index: number) => string;
  onFind: (index: number | null) => void;
}

/** The same picture whose values lead somewhere, and which tells what is pointed at. */
export function withLinks(picture: Picture, { hrefOf, onFind }: Links): Picture {
  const { readings } = picture;
  return {
    ...picture,
    readings: {
      ...readings,
      at: (index) => ({ ...readings.at(index), href: hrefOf(index) }),
      find: (x, y) => {
        const index = readings.find(x, y);
        onFind(index);
        return index;
      },
    },
  };
}

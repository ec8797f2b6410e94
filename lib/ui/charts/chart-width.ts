/** How wide a chart is drawn: as its place on the screen, or as a sheet of paper while it is printed. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { onPrint } from '../on-print.ts';

/**
 * In px, of a card on A4 or Letter. What a page of paper really offers is known only when it is laid
 * out, and nothing can be drawn anew after that: the picture is scaled to it.
 */
const PAPER = 660;

interface ChartWidth {
  /** In whole px; 0 before it is known, which is before the first paint. */
  width: number;
  onPaper: boolean;
}

export function useChartWidth(element: { current: HTMLElement | null }): ChartWidth {
  const [place, setPlace] = useState<ChartWidth>({ width: 0, onPaper: false });
  useLayoutEffect(() => {
    const watched = element.current!;
    let onPaper = false;
    const set = (width: number) =>
      setPlace((last) =>
        last.width === width && last.onPaper === onPaper ? last : { width, onPaper },
      );
    // While printing, what is measured is the page that has been laid out already.
    const measure = () => {
      if (!onPaper) set(Math.floor(watched.getBoundingClientRect().width));
    };
    const toPaper = () => {
      onPaper = true;
      set(PAPER);
    };
    const fromPaper = () => {
      onPaper = false;
      measure();
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    const forgetPrint = onPrint(toPaper, fromPaper);
    return () => {
      observer.disconnect();
      forgetPrint();
    };
  }, [element]);
  return place;
}

/** How a chart tells the frame around it what it draws, so that the frame can save it. */
import { createContext } from 'preact';
import type { Draw } from './picture.ts';

interface ChartFrameLink {
  /** Of the frame: what the chart is called. */
  title: string;
  offer: (draw: Draw) => void;
}

/** Written into every image: of what, whose and when; the page around it says it. */
export const ImageAbout = createContext<string | null>(null);

export const ChartContext = createContext<ChartFrameLink | null>(null);

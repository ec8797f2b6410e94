/** What a saved chart or list is called: what it shows, of whom, and of which range. */
import type { DashboardRoute } from './dashboard-route.ts';

const LONGEST = 40;

/** Without what follows the dot: `ostinato-clock-2019`, `ostinato-places-ines-vale-2019`. */
export function fileNameOf(what: string, { range, params }: DashboardRoute): string {
  const name = params['name'] === undefined ? '' : inFileName(params['name']);
  return ['ostinato', what, ...(name === '' ? [] : [name]), range].join('-');
}

/** Letters and digits of any script, in lower case: `Ash & Elm` → `ash-elm`. */
export function inFileName(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return Array.from(words.join('-')).slice(0, LONGEST).join('');
}

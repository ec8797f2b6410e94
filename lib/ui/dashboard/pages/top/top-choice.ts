/** What of the top lists is shown, as the URL has it. */
import type { TopBy, TopList, TopSort } from '../../../../views/top/contract.ts';
import {
  TopBy as BySchema,
  TopList as ListSchema,
  TopSort as SortSchema,
} from '../../../../views/top/contract.ts';
import { z } from '../../../../domain/schema.ts';

export interface TopChoice {
  list: TopList;
  by: TopBy;
  filter: string;
  sort: TopSort;
  reversed: boolean;
}

const LONGEST_FILTER = 200;

/** Songs by plays, all of them, unless it says otherwise. */
export function readTopChoice(params: Readonly<Record<string, string>>): TopChoice {
  const list = z.safeParse(ListSchema, params['list']);
  const by = z.safeParse(BySchema, params['by']);
  const order = params['sort'] ?? '';
  const sort = z.safeParse(SortSchema, order.replace(/^-/, ''));
  return {
    list: list.success ? list.data : 'songs',
    by: by.success ? by.data : 'plays',
    filter: (params['filter'] ?? '').slice(0, LONGEST_FILTER),
    sort: sort.success ? sort.data : 'place',
    reversed: sort.success && order.startsWith('-'),
  };
}

/** What a click on a column's head makes of the order, for the URL: the other way round the second time. */
export function sortAfterClick(
  { sort, reversed }: Pick<TopChoice, 'sort' | 'reversed'>,
  clicked: TopSort,
): string {
  if (clicked !== sort) return clicked === 'place' ? '' : clicked;
  if (reversed) return clicked === 'place' ? '' : clicked;
  return `-${clicked}`;
}

/** Places and names begin with the least, amounts and gains with the most. */
const FALLS: Readonly<Record<TopSort, boolean>> = {
  place: false,
  name: false,
  change: true,
  plays: true,
  time: true,
};

/** What a column's head says of itself; undefined where the rows are not in its order. */
export function ariaSort(
  { sort, reversed }: Pick<TopChoice, 'sort' | 'reversed'>,
  column: TopSort,
): 'ascending' | 'descending' | undefined {
  if (sort !== column) return undefined;
  return FALLS[column] === reversed ? 'ascending' : 'descending';
}

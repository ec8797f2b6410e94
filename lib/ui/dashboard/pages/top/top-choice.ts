/** What of the top lists is shown, as the URL has it. */
import type { TopBy, TopList } from '../../../../views/top/contract.ts';
import { TopBy as BySchema, TopList as ListSchema } from '../../../../views/top/contract.ts';
import { z } from '../../../../domain/schema.ts';

export interface TopChoice {
  list: TopList;
  by: TopBy;
  filter: string;
}

const LONGEST_FILTER = 200;

/** Songs by plays, all of them, unless it says otherwise. */
export function readTopChoice(params: Readonly<Record<string, string>>): TopChoice {
  const list = z.safeParse(ListSchema, params['list']);
  const by = z.safeParse(BySchema, params['by']);
  return {
    list: list.success ? list.data : 'songs',
    by: by.success ? by.data : 'plays',
    filter: (params['filter'] ?? '').slice(0, LONGEST_FILTER),
  };
}

/** What Spotify's own lists say of an artist, album or song that the history has not met. */
import { TopSource } from '../../domain/snapshot.ts';
import { z } from '../../domain/schema.ts';
import { Entry } from '../entry.ts';
import { SubjectName } from '../subject-of.ts';

export const ListedContract = {
  params: SubjectName,
  /** Null when it stands in none of them. */
  view: z.nullable(z.object({ source: TopSource, entry: Entry })),
};
export type ListedView = z.infer<typeof ListedContract.view>;

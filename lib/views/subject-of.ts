/** Which artist, album or song a page of its own is about, as its URL names it. */
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import { findEntry } from '../dataset/find-entry.ts';
import { z } from '../domain/schema.ts';
import type { Subject } from '../stats/grouping.ts';

export const SubjectName = z.object({
  of: z.enum(['artist', 'album', 'song']),
  name: z.string(),
  /** Of an album or a song; null where it has none. */
  artist: z.nullable(z.string()),
});
export type SubjectName = z.infer<typeof SubjectName>;

export const SUBJECTS = { artist: 'artists', album: 'albums', song: 'songs' } as const;

export interface FoundSubject {
  subject: Subject;
  index: number;
}

/** Null when the history has not met it. */
export function findSubject({ dictionary }: Dataset, named: SubjectName): FoundSubject | null {
  const subject = SUBJECTS[named.of];
  const index = findEntry(dictionary, subject, named);
  return index === NONE ? null : { subject, index };
}

/** Looks an artist, album or song up in Spotify's own lists, by the name that the link to it has. */
import { SUBJECTS, type SubjectName } from '../subject-of.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { ListedView } from './contract.ts';

export async function computeListed(
  { accountId, history }: Pick<ViewSetting, 'accountId' | 'history'>,
  { of, name, artist }: SubjectName,
): Promise<ListedView> {
  const snapshot = await history.readSnapshot(accountId);
  for (const { top } of Object.values(snapshot?.ranges ?? {})) {
    if (top.source === 'history') continue;
    const found = top[SUBJECTS[of]].find(
      (entry) => entry.name === name && (entry.artist ?? null) === artist,
    );
    if (!found) continue;
    const { coverUrl, uri } = found;
    return { source: top.source, entry: { name, artist, coverUrl, uri } };
  }
  return null;
}

/** On what, and where, music is heard, and in what order. */
import { countries, platformFamilies } from '../../stats/platforms.ts';
import { shuffleShare } from '../../stats/shuffle-share.ts';
import type { ViewSetting } from '../view-setting.ts';
import type { DevicesView } from './contract.ts';

export function computeDevices({ dataset, scope: { selection } }: ViewSetting): DevicesView {
  return {
    families: platformFamilies(dataset, selection).map(({ name, streams, plays, playedMs }) => {
      return { family: name, streams, plays, playedMs };
    }),
    countries: joinUnknown(countries(dataset, selection)),
    shuffle: shuffleShare(dataset, selection),
  };
}

/** What Spotify writes where it does not know the country itself: no more than where it writes none. */
const NO_COUNTRY = 'ZZ';

function joinUnknown(all: ReturnType<typeof countries>): DevicesView['countries'] {
  const joined = new Map<string | null, DevicesView['countries'][number]>();
  for (const { name, streams, plays, playedMs } of all) {
    const code = name === NO_COUNTRY ? null : name;
    const known = joined.get(code);
    joined.set(code, {
      code,
      streams: streams + (known?.streams ?? 0),
      plays: plays + (known?.plays ?? 0),
      playedMs: playedMs + (known?.playedMs ?? 0),
    });
  }
  return [...joined.values()].toSorted((a, b) => b.plays - a.plays || b.playedMs - a.playedMs);
}

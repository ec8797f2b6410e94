/** Who computes which view: runs in the dashboard's worker. */
import { z } from '../domain/schema.ts';
import { CoverageContract } from './coverage/contract.ts';
import { computeCoverage } from './coverage/compute.ts';
import type { ViewName } from './contract.ts';
import { computeClock } from './habits/clock.ts';
import {
  ClockContract,
  DevicesContract,
  MilestonesContract,
  SessionsContract,
  SkipsContract,
  StreaksContract,
} from './habits/contract.ts';
import { computeDevices } from './habits/devices.ts';
import { computeMilestones } from './habits/milestones.ts';
import { computeSessions } from './habits/sessions.ts';
import { computeSkips } from './habits/skips.ts';
import { computeStreaks } from './habits/streaks.ts';
import { LibraryContract } from './library/contract.ts';
import { computeLibrary } from './library/compute.ts';
import { ListedContract } from './listed/contract.ts';
import { computeListed } from './listed/compute.ts';
import { OverviewContract } from './overview/contract.ts';
import { computeOverview } from './overview/compute.ts';
import { PlaylistsContract } from './playlists/contract.ts';
import { computePlaylists } from './playlists/compute.ts';
import { DetailContract } from './detail/contract.ts';
import { computeDetail } from './detail/compute.ts';
import { SearchContract } from './search/contract.ts';
import { computeSearch } from './search/compute.ts';
import { StreamsContract } from './streams/contract.ts';
import { computeStreams } from './streams/compute.ts';
import { computeCalendar } from './timeline/calendar.ts';
import { CalendarContract, CumulativeContract, LayersContract } from './timeline/contract.ts';
import { computeCumulative } from './timeline/cumulative.ts';
import { computeLayers } from './timeline/layers.ts';
import { TopContract } from './top/contract.ts';
import { computeTop } from './top/compute.ts';
import {
  DiscoveriesContract,
  FallingContract,
  ForgottenContract,
  GemsContract,
  LastingContract,
  ObsessionsContract,
  OnThisDayContract,
  ReleasesContract,
  RisingContract,
  SeasonsContract,
} from './taste/contract.ts';
import { computeFalling, computeRising } from './taste/changes.ts';
import { computeDiscoveries } from './taste/discoveries.ts';
import { computeForgotten } from './taste/forgotten.ts';
import { computeGems } from './taste/gems.ts';
import { computeLasting } from './taste/lasting.ts';
import { computeObsessions } from './taste/obsessions.ts';
import { computeOnThisDay } from './taste/on-this-day.ts';
import { computeReleases } from './taste/releases.ts';
import { computeSeasons } from './taste/seasons.ts';
import type { ViewSetting } from './view-setting.ts';
import { YearContract } from './year/contract.ts';
import { computeYear } from './year/compute.ts';

type Answer = (setting: ViewSetting, params: unknown) => Promise<unknown>;

/** Each fails with `history/…` where it reads more than the streams. */
export const ANSWERS: Readonly<Record<ViewName, Answer>> = {
  overview: answer(OverviewContract, computeOverview),
  top: answer(TopContract, computeTop),
  detail: answer(DetailContract, computeDetail),
  listed: answer(ListedContract, computeListed),
  streams: answer(StreamsContract, computeStreams),
  search: answer(SearchContract, computeSearch),
  coverage: answer(CoverageContract, computeCoverage),
  playlists: answer(PlaylistsContract, computePlaylists),
  library: answer(LibraryContract, computeLibrary),
  year: answer(YearContract, computeYear),
  calendar: answer(CalendarContract, computeCalendar),
  layers: answer(LayersContract, computeLayers),
  cumulative: answer(CumulativeContract, computeCumulative),
  clock: answer(ClockContract, computeClock),
  streaks: answer(StreaksContract, computeStreaks),
  sessions: answer(SessionsContract, computeSessions),
  skips: answer(SkipsContract, computeSkips),
  devices: answer(DevicesContract, computeDevices),
  milestones: answer(MilestonesContract, computeMilestones),
  lasting: answer(LastingContract, computeLasting),
  falling: answer(FallingContract, computeFalling),
  rising: answer(RisingContract, computeRising),
  gems: answer(GemsContract, computeGems),
  releases: answer(ReleasesContract, computeReleases),
  seasons: answer(SeasonsContract, computeSeasons),
  discoveries: answer(DiscoveriesContract, computeDiscoveries),
  forgotten: answer(ForgottenContract, computeForgotten),
  'on-this-day': answer(OnThisDayContract, computeOnThisDay),
  obsessions: answer(ObsessionsContract, computeObsessions),
};

function answer<P extends z.core.$ZodType, V extends z.core.$ZodType>(
  contract: { params: P; view: V },
  compute: (setting: ViewSetting, params: z.infer<P>) => z.infer<V> | Promise<z.infer<V>>,
): Answer {
  return async (setting, params) => compute(setting, z.parse(contract.params, params));
}

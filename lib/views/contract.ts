/** Everything the dashboard can ask of its worker: name → parameters and answer. */
import type { z } from '../domain/schema.ts';
import { CoverageContract } from './coverage/contract.ts';
import {
  ClockContract,
  DevicesContract,
  MilestonesContract,
  SessionsContract,
  SkipsContract,
  StreaksContract,
} from './habits/contract.ts';
import { LibraryContract } from './library/contract.ts';
import { ListedContract } from './listed/contract.ts';
import { OverviewContract } from './overview/contract.ts';
import { PlaylistsContract } from './playlists/contract.ts';
import { DetailContract } from './detail/contract.ts';
import { SearchContract } from './search/contract.ts';
import { StreamsContract } from './streams/contract.ts';
import { CalendarContract, CumulativeContract, LayersContract } from './timeline/contract.ts';
import { TopContract } from './top/contract.ts';
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
import { YearContract } from './year/contract.ts';

export const VIEWS = {
  overview: OverviewContract,
  top: TopContract,
  detail: DetailContract,
  listed: ListedContract,
  streams: StreamsContract,
  search: SearchContract,
  coverage: CoverageContract,
  playlists: PlaylistsContract,
  library: LibraryContract,
  year: YearContract,
  calendar: CalendarContract,
  layers: LayersContract,
  cumulative: CumulativeContract,
  clock: ClockContract,
  streaks: StreaksContract,
  sessions: SessionsContract,
  skips: SkipsContract,
  devices: DevicesContract,
  milestones: MilestonesContract,
  lasting: LastingContract,
  falling: FallingContract,
  rising: RisingContract,
  gems: GemsContract,
  releases: ReleasesContract,
  seasons: SeasonsContract,
  discoveries: DiscoveriesContract,
  forgotten: ForgottenContract,
  'on-this-day': OnThisDayContract,
  obsessions: ObsessionsContract,
} as const;

type Views = typeof VIEWS;
export type ViewName = keyof Views;
export type ParamsOf<N extends ViewName> = z.infer<Views[N]['params']>;
export type ViewOf<N extends ViewName> = z.infer<Views[N]['view']>;

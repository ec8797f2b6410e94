/** Taste, part by part: what lasts, changes and returns, how varied it is, and how new. */
import { parseRange } from '../../../../domain/day-range.ts';
import { pageOfParts } from '../../parts.tsx';
import { ChangesPart } from './changes-part.tsx';
import { DiscoveriesPart } from './discoveries-part.tsx';
import { ForgottenPart } from './forgotten-part.tsx';
import { GemsPart } from './gems-part.tsx';
import { LastingPart } from './lasting-part.tsx';
import { ObsessionsPart } from './obsessions-part.tsx';
import { OnThisDayPart } from './on-this-day-part.tsx';
import { ReleasesPart } from './releases-part.tsx';
import { SeasonsPart } from './seasons-part.tsx';

const uses = { range: true, compare: false };

export const TASTE_PAGE = pageOfParts('page_taste', [
  {
    key: 'lasting',
    title: 'part_lasting',
    uses,
    async load(ask) {
      const { scope, view } = await ask('lasting', {});
      const standsIn = view.spotifyList !== null;
      return { scope, standsIn, render: (props) => <LastingPart view={view} {...props} /> };
    },
  },
  {
    key: 'falling',
    title: 'part_falling',
    uses,
    async load(ask) {
      const { scope, view } = await ask('falling', {});
      const standsIn = view.spotifyList !== null;
      return {
        scope,
        standsIn,
        render: (props) => <ChangesPart direction="falling" view={view} {...props} />,
      };
    },
  },
  {
    key: 'rising',
    title: 'part_rising',
    uses,
    async load(ask) {
      const { scope, view } = await ask('rising', {});
      const standsIn = view.spotifyList !== null;
      return {
        scope,
        standsIn,
        render: (props) => <ChangesPart direction="rising" view={view} {...props} />,
      };
    },
  },
  {
    key: 'gems',
    title: 'part_gems',
    uses,
    async load(ask) {
      const { scope, view } = await ask('gems', {});
      return { scope, render: (props) => <GemsPart view={view} {...props} /> };
    },
  },
  {
    key: 'releases',
    title: 'part_releases',
    uses,
    async load(ask) {
      const { scope, view } = await ask('releases', {});
      const standsIn = view.spotifyList !== null;
      return { scope, standsIn, render: (props) => <ReleasesPart view={view} {...props} /> };
    },
  },
  {
    key: 'seasons',
    title: 'part_seasons',
    uses,
    async load(ask, { params }) {
      const { half } = params;
      const hemisphere = half === 'northern' || half === 'southern' ? half : null;
      const { scope, view } = await ask('seasons', { hemisphere });
      return { scope, render: (props) => <SeasonsPart view={view} {...props} /> };
    },
  },
  {
    key: 'discoveries',
    title: 'part_discoveries',
    uses,
    async load(ask) {
      const { scope, view } = await ask('discoveries', {});
      return { scope, render: (props) => <DiscoveriesPart view={view} {...props} /> };
    },
  },
  {
    key: 'forgotten',
    title: 'part_forgotten',
    uses,
    async load(ask) {
      const { scope, view } = await ask('forgotten', {});
      return { scope, render: (props) => <ForgottenPart view={view} {...props} /> };
    },
  },
  {
    key: 'on-this-day',
    title: 'part_on_this_day',
    uses: { range: false, compare: false },
    async load(ask, { params }) {
      const day = parseRange(params['day'] ?? '')?.first ?? null;
      const { scope, view } = await ask('on-this-day', { day });
      return { scope, render: (props) => <OnThisDayPart view={view} {...props} /> };
    },
  },
  {
    key: 'obsessions',
    title: 'part_obsessions',
    uses,
    async load(ask) {
      const { scope, view } = await ask('obsessions', {});
      return { scope, render: (props) => <ObsessionsPart view={view} {...props} /> };
    },
  },
]);

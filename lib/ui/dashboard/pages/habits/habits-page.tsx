/** Habits, part by part: when, how long, how often not to the end, on what, and the round numbers. */
import { pageOfParts } from '../../parts.tsx';
import { ClockPart } from './clock-part.tsx';
import { DevicesPart } from './devices-part.tsx';
import { MilestonesPart } from './milestones-part.tsx';
import { SessionsPart } from './sessions-part.tsx';
import { SkipsPart } from './skips-part.tsx';
import { StreaksPart } from './streaks-part.tsx';

const uses = { range: true, compare: false };

export const HABITS_PAGE = pageOfParts('page_habits', [
  {
    key: 'clock',
    title: 'part_clock',
    uses,
    async load(ask) {
      const { scope, view } = await ask('clock', {});
      return { scope, render: (props) => <ClockPart view={view} {...props} /> };
    },
  },
  {
    key: 'streaks',
    title: 'part_streaks',
    uses,
    async load(ask) {
      const { scope, view } = await ask('streaks', {});
      return { scope, render: (props) => <StreaksPart view={view} {...props} /> };
    },
  },
  {
    key: 'sessions',
    title: 'part_sessions',
    uses,
    async load(ask) {
      const { scope, view } = await ask('sessions', {});
      return { scope, render: (props) => <SessionsPart view={view} {...props} /> };
    },
  },
  {
    key: 'skips',
    title: 'part_skips',
    uses,
    async load(ask) {
      const { scope, view } = await ask('skips', {});
      return { scope, render: (props) => <SkipsPart view={view} {...props} /> };
    },
  },
  {
    key: 'devices',
    title: 'part_devices',
    uses,
    async load(ask) {
      const { scope, view } = await ask('devices', {});
      return { scope, render: (props) => <DevicesPart view={view} {...props} /> };
    },
  },
  {
    key: 'milestones',
    title: 'part_milestones',
    uses,
    async load(ask) {
      const { scope, view } = await ask('milestones', {});
      return { scope, render: (props) => <MilestonesPart view={view} {...props} /> };
    },
  },
]);

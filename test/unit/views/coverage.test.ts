import { describe, expect, it } from 'vitest';
import { computeCoverage } from '../../../lib/views/coverage/compute.ts';
import { day, historyOf, play } from '../stats/a-history.ts';
import { settingOf } from './a-setting.ts';

const at = (text: string) => Date.parse(text);

describe('the coverage of every day', () => {
  const dataset = historyOf(play('2026-11-16', 'Ferry', { playedMs: 60_000 }));
  const coverage = [
    { from: at('2026-11-16T10:00Z'), to: at('2026-11-17T22:59Z') },
    // Begins in the last second of the 19th in Berlin.
    { from: at('2026-11-19T22:59:59Z'), to: at('2026-11-21T11:00Z') },
  ];

  it('begins with the first stream and ends today, gaps told from silence', () => {
    const { days } = computeCoverage(settingOf(dataset, {}, { coverage }));
    expect(days).toEqual({
      firstDay: day('2026-11-16'),
      playedMs: [60_000, 0, 0, 0, 0, 0],
      covered: [true, true, false, true, true, true],
    });
  });

  it('has no days while nothing is kept', () => {
    expect(computeCoverage(settingOf(historyOf(), {}, { coverage: [] }))).toEqual({
      coverage: [],
      days: null,
    });
  });
});

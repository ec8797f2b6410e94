import { beforeAll, expect, it } from 'vitest';
import { changesText } from '../../../../lib/ui/dashboard/changes-line.tsx';
import { speakEnglish } from '../english.ts';

beforeAll(() => speakEnglish('en-GB'));

const YEAR_2020 = { first: 18_262, last: 18_627 };
const YEAR_2019 = { first: 17_897, last: 18_261 };

type Recorded = 'whole' | 'part' | 'nothing';

const said = (recorded: Recorded, comparedRecorded: Recorded) =>
  changesText(
    { today: 20_000, days: YEAR_2020, recorded, comparedDays: YEAR_2019, comparedRecorded },
    'before',
  );

it('changes are told with what is not recorded of either side', () => {
  expect(said('whole', 'whole')).toBe('Changes against 1 Jan 2019 – 31 Dec 2019.');
  expect(said('whole', 'part')).toBe(
    'Changes against 1 Jan 2019 – 31 Dec 2019. Part of these days is not recorded.',
  );
  expect(said('part', 'whole')).toBe(
    'Changes against 1 Jan 2019 – 31 Dec 2019. Part of the range itself is not recorded.',
  );
  expect(said('part', 'part')).toBe(
    'Changes against 1 Jan 2019 – 31 Dec 2019. Part of both is not recorded.',
  );
});

it('where nothing is recorded there is no change', () => {
  expect(said('part', 'nothing')).toBe(
    'Nothing is recorded of 1 Jan 2019 – 31 Dec 2019, so there is no change to show.',
  );
});

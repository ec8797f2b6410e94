import { beforeEach, expect, it } from 'vitest';
import { addressTroubles } from '../../../../lib/ui/dashboard/address-notice.ts';
import { isolate } from '../../../../lib/ui/isolate.ts';
import { speakEnglish } from '../english.ts';

beforeEach(() => speakEnglish());

const SHOWN = { accountIds: ['ada', 'bob'], accountName: 'Ada' };

it('has nothing to say of an address that is followed', () => {
  for (const hash of ['', '#page=top&account=bob&range=2024&compare=none', '#range=7-days'])
    expect(addressTroubles(hash, SHOWN), hash).toEqual([]);
});

it('says which account is gone, and whose listening is shown instead', () => {
  expect(addressTroubles('#account=gone', SHOWN)).toEqual([
    `The account in this address is not here any more. What you see instead: ${isolate('Ada')}.`,
  ]);
  // Nobody knows yet which there are.
  expect(addressTroubles('#account=gone', { ...SHOWN, accountIds: [] })).toEqual([]);
});

it('names a range, a comparison and a page that are none', () => {
  const said = addressTroubles('#page=nowhere&range=2024-13&compare=forever', SHOWN);
  expect(said).toHaveLength(3);
  expect(said.join()).toMatch(/nowhere.*overview.*2024-13.*all time.*forever/);
});

it('keeps a long one short', () => {
  const [said] = addressTroubles(`#range=${'x'.repeat(500)}`, SHOWN);
  expect(said!.length).toBeLessThan(140);
});

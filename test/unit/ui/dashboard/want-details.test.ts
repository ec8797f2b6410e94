import { expect, it } from 'vitest';
import { createWants } from '../../../../lib/ui/dashboard/want-details.ts';
import { createFakeClient } from '../options/fake-client.ts';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => `spotify:track:${letter.repeat(22)}`) as [
  string,
  string,
  string,
];

it('tells the background of each thing once for each account, and of nothing when all is known', () => {
  const { client, asked } = createFakeClient({ 'details.want': () => null });
  const want = createWants(client);
  want('ada', [A, B]);
  want('ada', [B, C]);
  want('ada', [A]);
  want('ada', []);
  want('ben', [A]);
  expect(asked.map(({ request }) => request)).toEqual([
    { accountId: 'ada', uris: [A, B] },
    { accountId: 'ada', uris: [C] },
    { accountId: 'ben', uris: [A] },
  ]);
});

it('does without an answer', () => {
  const { client, asked } = createFakeClient({});
  createWants(client)('ada', [A]);
  expect(asked).toHaveLength(1);
});

it('asks for nothing that Spotify cannot have named, and for the rest all the same', () => {
  const { client, asked } = createFakeClient({ 'details.want': () => null });
  createWants(client)('ada', ['spotify:local:a', 'x'.repeat(1e6), A, '']);
  expect(asked.map(({ request }) => request)).toEqual([{ accountId: 'ada', uris: [A] }]);
});

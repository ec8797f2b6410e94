import { expect, it } from 'vitest';
import { createWants } from '../../../../lib/ui/dashboard/want-details.ts';
import { createFakeClient } from '../options/fake-client.ts';

it('tells the background of each thing once for each account, and of nothing when all is known', () => {
  const { client, asked } = createFakeClient({ 'details.want': () => null });
  const want = createWants(client);
  want('ada', ['a', 'b']);
  want('ada', ['b', 'c']);
  want('ada', ['a']);
  want('ada', []);
  want('ben', ['a']);
  expect(asked.map(({ request }) => request)).toEqual([
    { accountId: 'ada', uris: ['a', 'b'] },
    { accountId: 'ada', uris: ['c'] },
    { accountId: 'ben', uris: ['a'] },
  ]);
});

it('does without an answer', () => {
  const { client, asked } = createFakeClient({});
  createWants(client)('ada', ['a']);
  expect(asked).toHaveLength(1);
});

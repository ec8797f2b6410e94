import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseReconnectHash, reconnectHash } from '../../../lib/ui/reconnect-hash.ts';

it('reads back whichever account it wrote', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (accountId) => {
      expect(parseReconnectHash(reconnectHash(accountId))).toBe(accountId);
    }),
  );
});

it.each(['', '#', '#accounts', '#reconnect=', '#account=ada'])('reads nobody in %j', (hash) => {
  expect(parseReconnectHash(hash)).toBeNull();
});

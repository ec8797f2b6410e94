import { expect, test } from 'vitest';
import { findTroubledStep } from '../../../../lib/ui/options/connect-trouble.ts';

test('points to the step where a failed sign-in is mended', () => {
  expect(findTroubledStep('oauth/redirect-mismatch')).toBe('redirect-uri');
  expect(findTroubledStep('oauth/wrong-client')).toBe('client-id');
  expect(findTroubledStep('oauth/not-allowed')).toBe('create-app');
});

test('points to no earlier step when trying again is all there is to do', () => {
  expect(findTroubledStep('oauth/offline')).toBe('connect');
  expect(findTroubledStep('oauth/cancelled')).toBe('connect');
});

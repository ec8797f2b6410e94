import { expect, it } from 'vitest';
import { createDiagnostics } from '../../../entrypoints/background/diagnostics.ts';
import { AppError } from '../../../lib/domain/app-error.ts';
import { readEndpoints } from '../../../lib/domain/endpoints.ts';
import { DEFAULT_SETTINGS } from '../../../lib/domain/settings.ts';

type Options = Parameters<typeof createDiagnostics>[0];

async function report(changes: Partial<Options> = {}): Promise<Record<string, unknown>> {
  const diagnostics = createDiagnostics({
    vault: { diagnostics: async (id) => ({ alarms: { [`vault.refresh:${id}`]: 1 } }) },
    sync: { diagnostics: async () => ({ nextSyncAt: 2 }) },
    saved: { state: () => fail('token/unknown-account') },
    enrichment: { diagnostics: async () => ({ status: 'done' }) },
    settings: { get: async () => DEFAULT_SETTINGS },
    faults: { all: async () => [] },
    identity: { redirectUri: () => 'https://example.org/' },
    endpoints: readEndpoints({}),
    hostAccess: async () => true,
    version: () => '1.2.3',
    ...changes,
  });
  return JSON.parse(await diagnostics.get('mira')) as Record<string, unknown>;
}

it('tells of the account, its alarms and the sync alarm', async () => {
  expect(await report()).toMatchObject({
    ostinato: '1.2.3',
    hostAccess: true,
    token: { alarms: { 'vault.refresh:mira': 1 } },
    sync: { nextSyncAt: 2 },
    details: { status: 'done' },
    faults: [],
  });
});

it.each([
  ['sync', { sync: { diagnostics: () => fail('storage/newer-version') } }],
  ['details', { enrichment: { diagnostics: () => fail('internal') } }],
  ['token', { vault: { diagnostics: () => fail('token/unknown-account') } }],
  ['settings', { settings: { get: () => fail('storage/newer-version') } }],
  ['hostAccess', { hostAccess: () => fail('internal') }],
  ['faults', { faults: { all: () => fail('internal') } }],
] as const)('gives the error in the place of a part that fails: %s', async (part, broken) => {
  const whole = await report();
  const rest = await report(broken);
  expect(rest[part]).toMatchObject({ error: { code: expect.any(String) as string } });
  expect(Object.keys(rest)).toEqual(Object.keys(whole));
  for (const other of ['token', 'sync', 'settings'].filter((name) => name !== part)) {
    expect(rest[other]).toEqual(whole[other]);
  }
});

function fail(code: 'storage/newer-version' | 'token/unknown-account' | 'internal') {
  return Promise.reject(new AppError(code));
}

/** The last touch on oidc-provider's answers: what Spotify leaves out, and the words it uses. */
import type { KoaContextWithOIDC } from 'oidc-provider';
import { renderRefusal } from './accounts-pages.ts';
import { SCOPES } from './scopes.ts';
import type { Settings } from './settings.ts';

const NOT_IN_REDIRECT = ['iss', 'error_description'];

const WORDS: Record<string, { status: number; description: (grantType: unknown) => string }> = {
  invalid_client: { status: 400, description: () => 'Invalid client' },
  invalid_grant: {
    status: 400,
    description: (grantType) =>
      grantType === 'refresh_token' ? 'Refresh token revoked' : 'Invalid authorization code',
  },
};

/** A middleware around the provider's routes. */
export function shapeAsSpotify(settings: Settings) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    const unknown = ctx.path === '/authorize' && hasUnknownScope(ctx.query['scope']);
    if (unknown) {
      ctx.status = 400;
      ctx.type = 'html';
      ctx.body = renderRefusal('INVALID_SCOPE: Invalid scope');
      return;
    }
    await next();
    const location = ctx.response.get('location');
    if (location) ctx.set('location', withoutExtras(location));
    if (ctx.path === '/api/token') shapeTokenAnswer(ctx, settings);
  };
}

const hasUnknownScope = (scope: unknown) =>
  typeof scope === 'string' && scope.split(' ').some((name) => name !== '' && !(name in SCOPES));

function withoutExtras(location: string): string {
  if (!URL.canParse(location)) return location;
  const url = new URL(location);
  if (!NOT_IN_REDIRECT.some((name) => url.searchParams.has(name))) return location;
  for (const name of NOT_IN_REDIRECT) url.searchParams.delete(name);
  return url.href;
}

function shapeTokenAnswer(ctx: KoaContextWithOIDC, settings: Settings) {
  const body: unknown = ctx.body;
  if (typeof body !== 'object' || body === null) return;
  const grantType = ctx.oidc?.params?.['grant_type'];
  if ('error' in body && typeof body.error === 'string') {
    const words = WORDS[body.error];
    if (!words) return;
    ctx.status = words.status;
    ctx.body = { error: body.error, error_description: words.description(grantType) };
    return;
  }
  const omitted =
    grantType === 'refresh_token' && settings.rotation === 'none' && settings.omitRefreshToken;
  if (omitted && 'refresh_token' in body) {
    const { refresh_token: _, ...rest } = body;
    ctx.body = rest;
  }
}

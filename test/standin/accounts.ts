/** The accounts service: a real authorization server (oidc-provider) that behaves as Spotify's does. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  Provider,
  interactionPolicy,
  type Configuration,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { renderRefusal } from './accounts-pages.ts';
import { createAccountsStore } from './accounts-store.ts';
import { createInteractions } from './accounts-interactions.ts';
import type { Clock } from './clock.ts';
import { findListener } from './listeners.ts';
import { SCOPES } from './scopes.ts';
import { isRedirectUriRegistered, type Settings } from './settings.ts';
import { shapeAsSpotify } from './accounts-shape.ts';

export interface IssuedTokens {
  accessTokens: string[];
  refreshTokens: string[];
}

/** What a bearer token stands for. */
export interface Bearer {
  accountId: string;
  scopes: ReadonlySet<string>;
  expired: boolean;
}

export interface Accounts {
  /** Serves everything below the issuer's path. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Looks the access token up in the server's own store; undefined when it was never issued or was revoked. */
  findBearer(accessToken: string): Promise<Bearer | undefined>;
  /** Every token value ever issued here, for tests that look for leaks. */
  issued: IssuedTokens;
  /** Ends all tokens of the account, and its approval of the app unless that is kept. */
  revoke(accountId: string, keepApproval: boolean): void;
  expireAccessTokens(accountId?: string): void;
  /** Signs everybody out of the browser's session with the accounts service. */
  endSessions(): void;
  /** Forgets all sessions, approvals and tokens. */
  clear(): void;
}

const YEAR = 365 * 86_400;

/** @param issuer the URL under which authorize and api/token stand, with no trailing slash. */
export function createAccounts(issuer: string, settings: Settings, clock: Clock): Accounts {
  /** Spotify remembers an approval for the account, not for one browser's session. */
  const approvals = new Map<string, string>();
  const issued: IssuedTokens = { accessTokens: [], refreshTokens: [] };
  const store = createAccountsStore({
    clock,
    findClient: (id) => (settings.clientIds.includes(id) ? describeClient(id) : undefined),
    graceSeconds: () => (settings.rotation === 'grace' ? settings.graceSeconds : 0),
  });

  const provider = new Provider(issuer, {
    ...BASICS,
    adapter: (model: string) => store.createAdapter(model),
    jwks: { keys: [createSigningKey()] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    interactions: {
      policy: createPolicy(),
      url: (_, { uid }) => `${new URL(issuer).pathname}/interaction/${uid}`,
    },
    findAccount: (_, accountId) =>
      findListener(accountId) && { accountId, claims: () => ({ sub: accountId }) },
    loadExistingGrant: async ({ oidc }) => {
      const grantId = approvals.get(`${oidc.account?.accountId} ${oidc.client?.clientId}`);
      return grantId === undefined ? undefined : provider.Grant.find(grantId);
    },
    rotateRefreshToken: () => settings.rotation !== 'none',
    ttl: {
      AccessToken: () => settings.accessTokenLifetimeSeconds,
      AuthorizationCode: 60,
      Grant: 20 * YEAR,
      Interaction: 3600,
      Session: 2 * YEAR,
      RefreshToken: (_, token) => {
        const age = Math.floor(Date.now() / 1000) - (token.iiat ?? Math.floor(Date.now() / 1000));
        return Math.max(1, Math.round(settings.refreshTokenLifetimeDays * 86_400) - age);
      },
    },
  });

  provider.Client.prototype.redirectUriAllowed = (uri: string) =>
    isRedirectUriRegistered(settings, uri);
  lengthenTokens(provider.AccessToken.prototype, 'BQ', 120);
  lengthenTokens(provider.RefreshToken.prototype, 'AQ', 96);
  provider.on('access_token.saved', ({ jti }) => issued.accessTokens.push(jti));
  provider.on('refresh_token.saved', ({ jti }) => issued.refreshTokens.push(jti));
  provider.on('grant.saved', ({ jti, accountId, clientId }) => {
    if (accountId) approvals.set(`${accountId} ${clientId}`, jti);
  });
  provider.use(shapeAsSpotify(settings));

  const answer = provider.callback();
  const interactions = createInteractions(provider);
  const prefix = new URL(issuer).pathname;
  return {
    issued,
    async handle(request, response) {
      if (request.url?.startsWith(`${prefix}/interaction/`)) {
        return interactions(request, response);
      }
      Object.assign(request, { originalUrl: request.url });
      request.url = request.url?.slice(prefix.length) || '/';
      await answer(request, response);
    },
    async findBearer(accessToken) {
      const token = await provider.AccessToken.find(accessToken, { ignoreExpiration: true });
      if (!token) return undefined;
      return { accountId: token.accountId, scopes: token.scopes, expired: token.isExpired };
    },
    revoke(accountId, keepApproval) {
      store.revoke(accountId, !keepApproval);
    },
    expireAccessTokens: (accountId) => store.expireAccessTokens(accountId),
    endSessions: () => store.endSessions(),
    clear() {
      approvals.clear();
      store.clear();
    },
  };
}

const BASICS = {
  routes: { authorization: '/authorize', token: '/api/token' },
  scopes: Object.keys(SCOPES),
  responseTypes: ['code'],
  pkce: { required: () => true },
  // An extension's origin would be refused otherwise.
  clientBasedCORS: () => true,
  issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
  // As at Spotify: signing in as somebody else ends nobody's tokens.
  expiresWithSession: () => false,
  extraParams: ['show_dialog'],
  clientDefaults: { id_token_signed_response_alg: 'ES256' },
  enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
  },
  // A refresh token used twice ends its family, but not the person's approval of the app.
  revokeGrantPolicy: () => false,
  renderError(ctx: KoaContextWithOIDC, { error, error_description: description }) {
    ctx.status = 400;
    ctx.type = 'html';
    ctx.body = renderRefusal(REFUSALS[error] ?? `${error.toUpperCase()}: ${description ?? error}`);
  },
} satisfies Configuration;

const REFUSALS: Record<string, string> = {
  invalid_client: 'INVALID_CLIENT: Invalid client',
  invalid_redirect_uri: 'INVALID_CLIENT: Invalid redirect URI',
};

/** `show_dialog=true` asks again even where the answer is known. */
function createPolicy() {
  const policy = interactionPolicy.base();
  policy
    .get('consent')
    ?.checks.add(
      new interactionPolicy.Check(
        'dialog_requested',
        'the app asked for the dialog',
        'consent_required',
        ({ oidc }) => oidc.params?.['show_dialog'] === 'true' && !oidc.result?.consent,
      ),
    );
  return policy;
}

function describeClient(clientId: string) {
  return {
    client_id: clientId,
    token_endpoint_auth_method: 'none' as const,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code' as const],
    // Compared by `redirectUriAllowed` instead; the provider wants to see one.
    redirect_uris: ['https://extension.chromiumapp.org/'],
  };
}

/** Of Spotify's beginnings and length, so that whatever stores them is tried with the real size. */
function lengthenTokens(prototype: object, prefix: string, bytes: number) {
  // A model makes its own values, though its types do not say so.
  const model = prototype as { generateTokenId: (this: object) => string };
  const original = model.generateTokenId;
  model.generateTokenId = function generateTokenId() {
    // The original also settles the token's format.
    original.call(this);
    return prefix + randomBytes(bytes).toString('base64url');
  };
}

function createSigningKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' };
}

/** What a person does in the sign-in window: choose who they are, then agree or cancel. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InteractionResults, Provider } from 'oidc-provider';
import { renderConsent, renderRefusal, renderSignIn } from './accounts-pages.ts';
import { findListener, LISTENERS, type Listener } from './listeners.ts';
import { readBody } from './request-body.ts';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** Serves `<issuer>/interaction/<uid>`: GET shows the page, POST takes the pressed button. */
export function createInteractions(provider: Provider) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const interaction = await provider.interactionDetails(request, response).catch(() => null);
    if (!interaction)
      return sendPage(response, 400, renderRefusal('This sign-in is over. Start again.'));
    if (request.method !== 'POST') {
      return sendPage(response, 200, renderInteraction(request.url ?? '', interaction));
    }
    const form = new URLSearchParams((await readBody(request)).toString());
    const chosen = Object.values(LISTENERS).find(({ key }) => key === form.get('sign-in'));
    if (chosen && interaction.session?.accountId) {
      await changeListener(provider, interaction.session.uid, chosen);
      const location = `${provider.issuer}/authorize?${new URLSearchParams(textsOf(interaction.params))}`;
      response.writeHead(303, { location }).end();
      return;
    }
    const result = chosen
      ? { login: { accountId: chosen.accountId } }
      : await decide(provider, interaction, form);
    if (!result) return sendPage(response, 400, renderRefusal('That button is not known here.'));
    await provider.interactionFinished(request, response, result);
  };
}

function renderInteraction(action: string, { prompt, session, params }: Interaction): string {
  const listeners = Object.values(LISTENERS);
  const listener = findListener(session?.accountId ?? '');
  if (prompt.name === 'login' || !listener) return renderSignIn(action, listeners);
  const others = listeners.filter(({ key }) => key !== listener.key);
  return renderConsent(action, listener, others, scopesOf(params));
}

/** The browser's session becomes somebody else's; the authorization then starts again from its beginning. */
async function changeListener(provider: Provider, sessionUid: string, { accountId }: Listener) {
  const session = await provider.Session.findByUid(sessionUid);
  if (!session) return;
  session.loginAccount({ accountId });
  session.authorizations = {};
  await session.persist();
}

const textsOf = (params: Interaction['params']) =>
  Object.entries(params).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );

async function decide(
  provider: Provider,
  { session, params }: Interaction,
  form: URLSearchParams,
): Promise<InteractionResults | null> {
  const accountId = session?.accountId;
  if (form.get('consent') === 'cancel') return { error: 'access_denied' };
  if (form.get('consent') !== 'agree' || !accountId) return null;
  const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) });
  grant.addOIDCScope(scopesOf(params).join(' '));
  return { consent: { grantId: await grant.save() } };
}

function scopesOf({ scope }: Interaction['params']): string[] {
  return typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [];
}

function sendPage(response: ServerResponse, status: number, markup: string) {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(markup);
}

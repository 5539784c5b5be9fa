import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** Whom a provider of tests knows: what it tells of each of them. */
export type KnownPeople = Record<string, Record<string, unknown>>;

export type ProviderOptions = {
  /** Addresses that people may be sent back to; `here`: whatever port of this machine. */
  redirectUris: string[] | 'here';
  people: KnownPeople;
  /** More of the settings of `oidc-provider`. */
  settings?: Configuration;
  port?: number;
  /** Seconds ago that people signed in there, of a provider that remembers it. */
  signedInAgo?: number;
};

export const providerClient = { id: 'wijkbeurs', secret: 'a secret between us and the provider' };

/**
 * A real identity provider on a port of this machine (`oidc-provider`, certified): discovery, PKCE, pairwise subjects, its own pages to sign in
 * and to stop. Who signs in types a name, without a password.
 */
export class IdentityProvider {
  readonly #server: Server;
  readonly issuer: string;
  /** Turns every answer into a fault, as a provider that is down. */
  isDown = false;
  /** Paths that were asked for, without their query. */
  readonly asked: string[] = [];

  private constructor(server: Server, issuer: string) {
    this.#server = server;
    this.issuer = issuer;
  }

  static async start({ redirectUris, people, settings, port = 0, signedInAgo = 0 }: ProviderOptions) {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const started = new IdentityProvider(server, issuer);
    const isHere = redirectUris === 'here';
    const provider = new Provider(issuer, {
      clients: [
        {
          ...{ client_id: providerClient.id, client_secret: providerClient.secret, subject_type: 'pairwise' },
          redirect_uris: isHere ? ['http://localhost/inloggen/terug'] : redirectUris,
          post_logout_redirect_uris: isHere ? [] : redirectUris.map((uri) => `${new URL(uri).origin}/`),
        },
      ],
      subjectTypes: ['pairwise'],
      pairwiseIdentifier: (_context, account) => `pairwise-${account}`,
      findAccount: (_context, name) => ({
        accountId: name,
        claims: () => ({ sub: name, email: `${name}@example.org`, email_verified: true, ...people[name] }),
      }),
      claims: { openid: ['sub'], age: ['birthdate', 'age_over_12', 'age_over_16', 'age_over_18'], email: ['email'] },
      scopes: ['openid', 'age', 'email'],
      features: {
        devInteractions: { enabled: false },
        claimsParameter: { enabled: true },
        rpInitiatedLogout: { enabled: true, logoutSource: signOutPage },
      },
      pkce: { required: () => true },
      interactions: { url: (_context, { uid }) => `/aanmelden/${uid}` },
      ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
      cookies: { keys: ['for tests only'] },
      // what is asked is given: people consent by signing in
      loadExistingGrant: async (context) => {
        const grant = new context.oidc.provider.Grant({
          accountId: context.oidc.session?.accountId,
          clientId: context.oidc.client?.clientId,
        });
        grant.addOIDCScope('openid age email');
        grant.addOIDCClaims(['birthdate', 'age_over_12', 'age_over_16', 'age_over_18']);
        await grant.save();
        return grant;
      },
      ...settings,
    });
    if (isHere) {
      const { prototype } = provider.Client;
      prototype.redirectUriAllowed = (uri) => new URL(uri).hostname === 'localhost';
      prototype.postLogoutRedirectUriAllowed = (uri) => new URL(uri).hostname === 'localhost';
    }
    const answer = provider.callback();
    server.on('request', (request, response) => {
      const { pathname } = new URL(request.url ?? '/', issuer);
      started.asked.push(pathname);
      // a browser asks for it by itself
      if (pathname === '/favicon.ico') response.writeHead(204).end();
      else if (started.isDown) response.writeHead(503).end();
      else if (pathname.startsWith('/aanmelden/')) void signInPage(provider, request, response, people, signedInAgo);
      else void answer(request, response);
    });
    return started;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Asks whether somebody means it; `form` is the provider's own. */
function signOutPage(context: { body: unknown }, form: string): void {
  context.body = `<!doctype html><html lang="nl"><title>Proef-inlog</title><main><h1>Uitloggen?</h1>${form}
    <button form="op.logoutForm" name="logout" value="yes">Uitloggen</button></main></html>`;
}

async function signInPage(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  people: KnownPeople,
  signedInAgo: number,
): Promise<void> {
  if (request.method !== 'POST') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="nl"><title>Proef-inlog</title><main><h1>Proef-inlog</h1>
      <form method="post"><label>Naam <input name="naam"></label> <button name="wat" value="in">Inloggen</button>
      <button name="wat" value="stop">Stoppen</button></form></main></html>`);
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  const name = form.get('naam') ?? '';
  const isKnown = form.get('wat') === 'in' && name in people;
  await provider.interactionFinished(
    request,
    response,
    isKnown
      ? { login: { accountId: name, ts: Math.floor(Date.now() / 1000) - signedInAgo } }
      : { error: 'access_denied', error_description: 'stopped' },
    { mergeWithLastSubmission: false },
  );
}

/** A browser at the provider: keeps its cookies, follows what it is told, and stops when it is sent back to us. */
export class ProviderVisit {
  readonly #cookies = new Map<string, string>();

  /** Goes where we sent somebody. @returns the address at our site with which the provider sends the person back */
  async signIn(start: string, name: string, what: 'in' | 'stop' = 'in'): Promise<URL> {
    const { origin } = new URL(start);
    let address = new URL(start);
    let form: URLSearchParams | null = null;
    for (let steps = 0; steps < 12; steps += 1) {
      const response: Response = await fetch(address, {
        ...{ redirect: 'manual', method: form === null ? 'GET' : 'POST', body: form },
        headers: { Cookie: [...this.#cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        this.#cookies.set(key, value);
      }
      form = null;
      const location = response.headers.get('location');
      if (location !== null) {
        address = new URL(location, address);
        if (address.origin !== origin) return address;
      } else if (address.pathname.startsWith('/aanmelden/')) form = new URLSearchParams({ naam: name, wat: what });
      else throw new Error(`the provider answered ${String(response.status)}: ${await response.text()}`);
    }
    throw new Error('the provider goes round in circles');
  }
}

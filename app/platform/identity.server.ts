import {
  AuthorizationResponseError,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  ResponseBodyError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type ClientAuth,
  type Configuration,
} from 'openid-client';
import { z } from 'zod';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Env } from './env.server.ts';
import type { AgeClaim, IdentitySettings } from './identity-settings.server.ts';
import type { Log } from './log.server.ts';
import { keyedDigest } from './secret.server.ts';

/** What this browser must show when it comes back from the provider; nobody else may know it. */
export type IdentityTicket = { state: string; nonce: string; verifier: string };

/** What the provider says about age, and nothing else of what it may have sent along. */
export type AgeClaims = { birthdate?: string; over: Readonly<Record<string, boolean>> };

/** Somebody signed in at the provider. */
export type ProvenIdentity = {
  issuer: string;
  /** Says who it is there: a keyed hash, which is the same each time. */
  subjectHash: string;
  age: AgeClaims;
};

export type IdentityRefusal = 'identity-down' | 'identity-cancelled' | 'identity-failed';

/** The identity provider as the product uses it (OpenID Connect: authorization code with PKCE, state and nonce). */
export type IdentityGate = {
  issuer: string;
  name: string;
  ageClaim: AgeClaim | null;
  /** Whether the provider is known to answer; asks anew beside it when it was not. */
  isUp(): boolean;
  /** Asks the provider what it can, once; tried again some time after it failed. @returns whether it answered */
  ready(): Promise<boolean>;
  /** Where the browser goes now. @param minimumAge asks for the age too; null: does not */
  begin(minimumAge: number | null): Promise<Outcome<{ url: URL; ticket: IdentityTicket }, 'identity-down'>>;
  /** Judges with what the browser came back. @param answer the query of that address */
  finish(answer: string, ticket: IdentityTicket): Promise<Outcome<ProvenIdentity, IdentityRefusal>>;
  /** Where somebody ends the session at the provider too; null: it has no such page. */
  endSession(): URL | null;
};

/** Where the provider sends people back to. */
export const identityReturnPath = '/inloggen/terug';

/** Seconds that the provider may take to answer us. */
const patience = 5;
/**
 * Seconds ago that somebody signed in at the provider at most. With us that counts as just now, also for what asks it of who is at the device
 * (`freshSignInUntil`); the provider must say when it was (`auth_time`), or it counts for nothing.
 */
const maxAge = 300;
/** Milliseconds before a provider that failed is asked again. */
const rest = 15_000;

/** Null where no identity provider is set up. */
export function openIdentity(env: Pick<Env, 'identity' | 'publicUrl'>, log: Log): IdentityGate | null {
  const { identity } = env;
  if (identity === null) return null;
  const redirectUri = `${env.publicUrl}${identityReturnPath}`;
  const known = keepAsking(identity, log);
  return {
    ...{ issuer: identity.issuer, name: identity.name, ageClaim: identity.ageClaim },
    isUp: known.isUp,
    ready: async () => (await known.ask()) !== null,
    async begin(minimumAge) {
      const config = await known.ask();
      if (config === null) return refused('identity-down');
      const ticket = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(config, {
        ...{ redirect_uri: redirectUri, scope: identity.scopes, state: ticket.state, nonce: ticket.nonce },
        code_challenge: await calculatePKCECodeChallenge(ticket.verifier),
        code_challenge_method: 'S256',
        // at a computer of more people the next one is not the one before
        ...{ prompt: 'login', max_age: String(maxAge) },
        ...claimsAsked(config, identity.ageClaim, minimumAge),
      });
      return accepted({ url, ticket });
    },
    async finish(answer, ticket) {
      const config = await known.ask();
      if (config === null) return refused('identity-down');
      try {
        return accepted(await redeem(config, identity, new URL(`${redirectUri}${answer}`), ticket));
      } catch (error) {
        return refused(reasonOf(error, log));
      }
    },
    endSession() {
      const config = known.now();
      if (config?.serverMetadata().end_session_endpoint === undefined) return null;
      return buildEndSessionUrl(config, { post_logout_redirect_uri: `${env.publicUrl}/` });
    },
  };
}

/** The provider's own description, asked for once; a provider that does not answer is asked again later, by whoever needs it then. */
function keepAsking(identity: IdentitySettings, log: Log) {
  let config: Configuration | null = null;
  let asking: Promise<Configuration | null> | null = null;
  let failedAt = -Infinity;
  const ask = async (): Promise<Configuration | null> => {
    if (config !== null) return config;
    if (asking === null && performance.now() - failedAt < rest) return null;
    asking ??= discover(identity).then(
      (found) => (config = found),
      (error: unknown) => {
        failedAt = performance.now();
        log.warn({ identity: codeOf(error) }, 'the identity provider does not answer; people sign in by mail');
        return null;
      },
    );
    const answer = await asking;
    asking = null;
    return answer;
  };
  return {
    ask,
    now: () => config,
    isUp: () => {
      if (config === null) void ask();
      return config !== null;
    },
  };
}

async function discover(identity: IdentitySettings): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = identity;
  const server = new URL(issuer);
  const overHttp = server.protocol === 'http:' ? [allowInsecureRequests] : [];
  // the signature of who it is counts, beside the connection it came by
  const execute = [enableNonRepudiationChecks, ...overHttp];
  return discovery(server, clientId, {}, secretAs(clientSecret), { timeout: patience, execute });
}

/** As the provider wants it; Basic where it does not say. */
function secretAs(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (taken.includes('client_secret_basic') ? basic : post)(server, client, body, headers);
  };
}

const claimName = (claim: AgeClaim, minimumAge: number) =>
  claim === 'birthdate' ? 'birthdate' : `age_over_${String(minimumAge)}`;

/** Asks for one claim, where the provider lets us; elsewhere the scopes say what it tells. */
function claimsAsked(config: Configuration, claim: AgeClaim | null, minimumAge: number | null): Record<string, string> {
  if (claim === null || minimumAge === null) return {};
  if (config.serverMetadata().claims_parameter_supported !== true) return {};
  const wanted = { [claimName(claim, minimumAge)]: { essential: true } };
  return { claims: JSON.stringify({ id_token: wanted, userinfo: wanted }) };
}

async function redeem(
  config: Configuration,
  identity: IdentitySettings,
  address: URL,
  { state, nonce, verifier }: IdentityTicket,
): Promise<ProvenIdentity> {
  const tokens = await authorizationCodeGrant(config, address, {
    ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true, maxAge },
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new ClientError('no ID token');
  const { issuer } = config.serverMetadata();
  let age = ageOf(claims);
  const tellsMore = config.serverMetadata().userinfo_endpoint !== undefined;
  if (identity.ageClaim !== null && tellsMore && age.birthdate === undefined && Object.keys(age.over).length === 0)
    age = ageOf(await fetchUserInfo(config, tokens.access_token, claims.sub));
  const subjectHash = keyedDigest(identity.subjectKey, `${issuer}\n${claims.sub}`).toString('hex');
  return { issuer, subjectHash, age };
}

const birthdate = z.string().max(10);

function ageOf(claims: Readonly<Record<string, unknown>>): AgeClaims {
  const read = birthdate.safeParse(claims.birthdate);
  const over = Object.fromEntries(
    Object.entries(claims).flatMap(([name, value]) => {
      const years = /^age_over_(\d{1,2})$/.exec(name)?.[1];
      return years === undefined || typeof value !== 'boolean' ? [] : [[years, value] as const];
    }),
  );
  return { ...(read.success ? { birthdate: read.data } : {}), over };
}

/** What somebody is told; the log gets the kind of mistake, without what was in it. */
function reasonOf(error: unknown, log: Log): IdentityRefusal {
  if (error instanceof AuthorizationResponseError && error.error === 'access_denied') return 'identity-cancelled';
  const isDown = error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError');
  log.warn({ identity: codeOf(error) }, 'signing in by the identity provider failed');
  return isDown ? 'identity-down' : 'identity-failed';
}

function codeOf(error: unknown): string {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) return error.error;
  if (error instanceof ClientError) return error.code ?? error.name;
  return error instanceof Error ? error.name : 'unknown';
}

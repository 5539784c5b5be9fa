import { afterAll, beforeAll } from 'vitest';
import { identityReturnPath } from '#app/platform/identity.server.ts';
import * as returning from '#app/routes/inloggen.terug.ts';
import * as starting from '#app/routes/inloggen.identiteit.ts';
import { IdentityProvider, ProviderVisit, providerClient, type KnownPeople } from '#tests/support/identity-provider.ts';
import type { Database } from '#app/platform/database.server.ts';
import { Browser, type Answer } from './visiting.ts';

const knownPeople: KnownPeople = {
  fatima: { birthdate: '1990-05-01' },
  joris: { birthdate: '1985-02-28' },
  sem: { birthdate: '2020-01-01' },
  zonder: {},
};

/** A provider for the test file, and the settings with which our side uses it. */
export function useProvider(redirectTo = 'https://wijkbeurs.example') {
  let provider: IdentityProvider | undefined;
  beforeAll(async () => {
    const redirectUris = [`${redirectTo}${identityReturnPath}`];
    provider = await IdentityProvider.start({ redirectUris, people: knownPeople });
  });
  afterAll(async () => provider?.stop());
  return {
    get now(): IdentityProvider {
      if (provider === undefined) throw new Error('the provider runs from beforeAll on');
      return provider;
    },
    settings(more: Record<string, string> = {}): Record<string, string> {
      return {
        OIDC_ISSUER: this.now.issuer,
        OIDC_CLIENT_ID: providerClient.id,
        OIDC_CLIENT_SECRET: providerClient.secret,
        OIDC_NAME: 'ProefID',
        OIDC_AGE_CLAIM: 'birthdate',
        OIDC_SUBJECT_KEY: '0f'.repeat(32),
        ...more,
      };
    },
    browser(database: Database, more: Record<string, string> = {}): Browser {
      return new Browser(database, 'live', this.settings(more));
    },
  };
}

/** Begins here, signs in at the provider, and comes back. @param query of the address with which it begins */
export async function goThrough(
  browser: Browser,
  name: string,
  { query = '', what = 'in' }: { query?: string; what?: 'in' | 'stop' } = {},
): Promise<Answer> {
  const { location } = await browser.get(starting.loader, `/inloggen/identiteit${query}`);
  const back = await new ProviderVisit().signIn(location ?? '', name, what);
  return comeBack(browser, back);
}

export async function comeBack(browser: Browser, back: URL): Promise<Answer> {
  return browser.get(returning.loader, `${back.pathname}${back.search}`);
}

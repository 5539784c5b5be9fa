import { createHash } from 'node:crypto';
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { codeOf } from '#app/modules/people/code.server.ts';
import { searchOf } from '#app/modules/search/search-of.server.ts';
import { forgetful } from '#app/platform/remember.server.ts';
import { fixedClock } from '#app/platform/clock.server.ts';
import { addressOf, type Database } from '#app/platform/database.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { openIdentity } from '#app/platform/identity.server.ts';
import { openListener } from '#app/platform/listener.server.ts';
import { openLog } from '#app/platform/log.server.ts';
import { openStripe } from '#app/platform/stripe.server.ts';
import * as askForCode from '#app/routes/inloggen._index.tsx';
import * as enterCode from '#app/routes/inloggen.code.tsx';
import { testNow } from '#tests/factories/index.ts';
import { testBankKeys } from '#tests/support/bank-keys.ts';
import { secret } from './signing-in.ts';

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => Promise<unknown>;

/** What came back, whichever way a route gives it: returned or thrown, a response or data with a status. */
export type Answer = {
  status: number;
  location: string | null;
  cookies: string[];
  data: unknown;
  response: Response | null;
};

/** A browser without JavaScript, that keeps cookies and talks straight to loaders and actions. */
export class Browser {
  readonly #platform: AppLoadContext['platform'];
  readonly #publicUrl: string;
  readonly cookies = new Map<string, string>();

  /** @param settings more of them, as environment variables */
  constructor(database: Database, mode: 'demo' | 'live', settings: Record<string, string> = {}, now = testNow) {
    this.#publicUrl = mode === 'live' ? 'https://wijkbeurs.example' : 'http://localhost:3000';
    const env = readEnv({
      WIJKBEURS_MODE: mode,
      PUBLIC_URL: this.#publicUrl,
      SESSION_SECRET: secret,
      BANK_ACCOUNT_KEYS: testBankKeys,
      TRANSPARENCY_KEYS: 'ab'.repeat(32),
      SMTP_URL: mode === 'live' ? 'smtp://localhost:2525' : undefined,
      LOG_LEVEL: 'silent',
      ...settings,
    });
    const mailer = { send: async () => Promise.resolve() };
    const log = openLog(env);
    this.#platform = {
      ...{ env, database, clock: fixedClock(now), log, mailer },
      stripe: openStripe(env),
      identity: openIdentity(env, log),
      listener: openListener('', log),
    };
  }

  /** @param asked more headers, or another method than GET */
  async get(
    loader: unknown,
    path: string,
    params: Record<string, string> = {},
    asked: { headers?: Record<string, string>; method?: string } = {},
  ): Promise<Answer> {
    const headers = { ...this.#headers(), ...asked.headers };
    return this.#send(loader as Handler, new Request(`${this.#publicUrl}${path}`, { ...asked, headers }), params);
  }

  async post(
    action: unknown,
    path: string,
    fields: Record<string, string>,
    params: Record<string, string> = {},
  ): Promise<Answer> {
    const body = new URLSearchParams(fields);
    return this.#send(
      action as Handler,
      new Request(`${this.#publicUrl}${path}`, { method: 'POST', body, headers: this.#headers() }),
      params,
    );
  }

  /** A form with a file in it. */
  async postForm(action: unknown, path: string, body: FormData, params: Record<string, string> = {}): Promise<Answer> {
    return this.#send(
      action as Handler,
      new Request(`${this.#publicUrl}${path}`, { method: 'POST', body, headers: this.#headers() }),
      params,
    );
  }

  async postJson(action: unknown, path: string, value: unknown): Promise<Answer> {
    const headers = { ...this.#headers(), 'content-type': 'application/json' };
    return this.#send(
      action as Handler,
      new Request(`${this.#publicUrl}${path}`, { method: 'POST', body: JSON.stringify(value), headers }),
    );
  }

  #headers(): Record<string, string> {
    return {
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'user-agent': 'a browser of tests',
    };
  }

  async #send(handler: Handler, request: Request, params: Record<string, string> = {}): Promise<Answer> {
    const connection = { waiting: () => 0, cut: () => undefined };
    const search = searchOf(this.#platform.database);
    const context = {
      platform: this.#platform,
      search,
      remember: forgetful(this.#platform.database),
      nonce: '',
      requestId: '',
      clientAddress: clientAddressOf(this.#platform.database),
      connection,
    };
    const result = await handler({ request, params, context }).catch((thrown: unknown) => {
      if (thrown instanceof Error) throw thrown;
      return thrown;
    });
    const answer = readAnswer(result);
    for (const cookie of answer.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (cookie.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}

/**
 * Of a test file's database: tries are counted by address in the memory of the process, which test files share. From the range that is kept
 * for examples.
 */
function clientAddressOf(database: Database): string {
  const groups = createHash('sha256').update(addressOf(database)).digest('hex').slice(0, 24).match(/.{4}/g) ?? [];
  return ['2001:db8', ...groups].join(':');
}

function readAnswer(result: unknown): Answer {
  if (result instanceof Response) {
    const { status, headers } = result;
    return { status, location: headers.get('location'), cookies: headers.getSetCookie(), data: null, response: result };
  }
  if (typeof result === 'object' && result !== null && 'init' in result && 'data' in result) {
    const init = result.init as ResponseInit | null;
    return {
      status: init?.status ?? 200,
      location: null,
      cookies: new Headers(init?.headers).getSetCookie(),
      data: result.data,
      response: null,
    };
  }
  return { status: 200, location: null, cookies: [], data: result, response: null };
}

/** The code that was mailed last to this address. */
export async function latestCodeOf(database: Database, email: string): Promise<string> {
  const row = await database.signInCode.findFirstOrThrow({ where: { email }, orderBy: { id: 'desc' } });
  return codeOf(secret, row);
}

/** The browser of who signed in with this address, and what signing in answered. @param given.naar the page that asked for it */
export async function browserOf(
  database: Database,
  email: string,
  { mode = 'live', naar = '' }: { mode?: 'demo' | 'live'; naar?: string } = {},
): Promise<{ browser: Browser; entered: Answer }> {
  const browser = new Browser(database, mode);
  await browser.post(askForCode.action, '/inloggen', { email, naar });
  const entered = await browser.post(enterCode.action, '/inloggen/code', { code: await latestCodeOf(database, email) });
  return { browser, entered };
}

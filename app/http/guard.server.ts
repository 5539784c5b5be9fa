import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node';
import { translatorOf } from '#app/i18n/all.server.ts';
import { localeOfRequest, type Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/texts.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Policy, PolicyRefusal } from '#app/modules/people/policy.ts';
import type { Searching } from '#app/modules/search/searching.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import type { Remember } from '#app/platform/remember.server.ts';
import { actorOf } from './actor.server.ts';
import { keepForm, keptFormResponse, type KeptForm } from './kept-form.ts';
import type { Connection } from './load-context.server.ts';
import { turnAway } from './turn-away.server.ts';

/** What the handler of a guarded route gets. */
export type Guarded = {
  request: Request;
  url: URL;
  params: Readonly<Record<string, string | undefined>>;
  actor: Actor;
  /** For commands. */
  context: Context<Actor>;
  /** For queries. */
  database: Database;
  /** For queries that count over much, the same for everybody. */
  remember: Remember;
  now: Date;
  locale: Locale;
  t: Translate;
  platform: Platform;
  search: Searching;
  /** Network address of who asks, for limits. */
  clientAddress: string;
  connection: Connection;
};

/** An action also gets what was posted; empty when it was no form. */
export type GuardedAction = Guarded & { form: FormData };

const guarded = Symbol('guarded');

/** Whether a loader or action was made here; a test asks it of every route. */
export function isGuarded(handler: unknown): boolean {
  return typeof handler === 'function' && guarded in handler;
}

/** A loader that runs only for who the policy lets in. */
export function guardLoader<Result>(policy: Policy, handler: (args: Guarded) => Result | Promise<Result>) {
  const loader = async (args: LoaderFunctionArgs): Promise<Result> => handler(await admit(policy, args));
  return Object.assign(loader, { [guarded]: true as const });
}

type ActionHandler<Result> = (args: GuardedAction) => Result | Promise<Result>;

/** An action that runs only for who the policy lets in; who has to sign in first gets the form back. */
export function guardAction<Result>(policy: Policy, handler: ActionHandler<Result>) {
  return guardedAction(policy, handler, true);
}

/**
 * The same for a form with a secret in it, or that does harm when somebody else who signs in at the same browser sends it
 * again: it does not come back.
 */
export function guardSensitiveAction<Result>(policy: Policy, handler: ActionHandler<Result>) {
  return guardedAction(policy, handler, false);
}

/**
 * For a file that is read as it comes in (`readUpload`): the body of the request is not read yet. It does not come back, and who
 * was signed out meanwhile reads that.
 */
export function guardUploadAction<Result>(policy: Policy, handler: (args: Guarded) => Result | Promise<Result>) {
  const action = async (args: ActionFunctionArgs): Promise<Result> => handler(await admit(policy, args, 'nothing'));
  return Object.assign(action, { [guarded]: true as const });
}

/** What comes back of what was posted by who has to sign in first; `nothing`: that it was not sent. */
type ComesBack = boolean | 'nothing';

function guardedAction<Result>(policy: Policy, handler: ActionHandler<Result>, comesBack: boolean) {
  const action = async (args: ActionFunctionArgs): Promise<Result> => {
    const admitted = await admit(policy, args, comesBack);
    return handler({ ...admitted, form: await formOf(args.request) });
  };
  return Object.assign(action, { [guarded]: true as const });
}

async function admit(
  policy: Policy,
  args: { request: Request; params: Guarded['params']; context: AppLoadContext },
  comesBack: ComesBack = false,
): Promise<Guarded> {
  const { request, params } = args;
  // an address with a zero byte leads nowhere, and PostgreSQL cannot even look for it
  if (Object.values(params).some((value) => value?.includes('\u0000'))) throw turnAway(404);
  const { platform, search, remember, clientAddress, connection } = args.context;
  const url = new URL(request.url);
  const actor = await actorOf(request, args.context);
  const verdict = policy(actor);
  if (!verdict.ok) throw await answerRefusal(verdict.reason, request, url, comesBack);
  const { database } = platform;
  const locale = localeOfRequest(request);
  let moment: Date | undefined;
  const now = () => (moment ??= platform.clock.now());
  return {
    request,
    url,
    params,
    actor,
    // a page that does not ask the time is kept longer (docs/decisions/0036)
    get context() {
      return { actor, now: now(), database };
    },
    database,
    remember,
    get now() {
      return now();
    },
    locale,
    t: translatorOf(locale),
    platform,
    search,
    clientAddress,
    connection,
  };
}

async function answerRefusal(reason: PolicyRefusal, request: Request, url: URL, comesBack: ComesBack) {
  switch (reason) {
    case 'sign-in-needed':
      return askToSignIn('sign-in', request, url, comesBack);
    case 'second-factor-needed':
      return askToSignIn('second-step', request, url, comesBack);
    case 'role-needed':
      return turnAway(403);
    case 'not-found':
      return turnAway(404);
  }
}

const signInPages = { 'sign-in': '/inloggen', 'second-step': '/inloggen/tweede-stap' } as const;

/** A page is opened after signing in. A form is not: it goes back to its sender, who may post it again. */
async function askToSignIn(
  needs: KeptForm['needs'],
  request: Request,
  url: URL,
  comesBack: ComesBack,
): Promise<Response> {
  const here = `${url.pathname}${url.search}`;
  const signInTo = (next: string) => `${signInPages[needs]}?${new URLSearchParams({ naar: next }).toString()}`;
  if (request.method === 'GET') return redirect(signInTo(here));
  const signInHref = signInTo(url.pathname);
  if (comesBack === false) return redirect(signInHref);
  const page = { needs, action: here, signInHref };
  if (comesBack === 'nothing') return keptFormResponse({ ...page, fields: [], hadFile: true });
  const kept = keepForm(await formOf(request), page);
  return kept === null ? turnAway(413) : keptFormResponse(kept);
}

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** The server has limited the size of the body already. */
async function formOf(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  if (!formTypes.some((formType) => type.startsWith(formType))) return new FormData();
  try {
    return withoutZeroBytes(await request.formData());
  } catch {
    throw turnAway(400);
  }
}

/** PostgreSQL takes no text with a zero byte in it, and no keyboard types one: it would end as a fault of ours. */
function withoutZeroBytes(form: FormData): FormData {
  const clean = new FormData();
  for (const [name, value] of form) {
    if (typeof value === 'string') clean.append(name, value.replaceAll('\u0000', ''));
    else clean.append(name, value, value.name);
  }
  return clean;
}

import { redirect } from '@remix-run/node';
import { guardLoader, type Guarded } from '#app/http/guard.server.ts';
import { awayCookie } from '#app/http/identity-cookies.server.ts';
import { mayTryIdentity } from '#app/http/identity-tries.server.ts';
import { isLinkKey } from '#app/http/link-key.server.ts';
import { goTo, notFound } from '#app/http/respond.server.ts';
import { readSession } from '#app/http/session.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { mayLinkIdentity } from '#app/modules/people/commands/link-identity.server.ts';
import { ownPath } from '#app/modules/people/own-path.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { voteAges } from '#app/modules/voting/queries/vote-ages.query.server.ts';
import { sha256 } from '#app/platform/secret.server.ts';

/**
 * Sends somebody to the identity provider: `naar` is where they go afterwards, `stemming` the vote that asks for an age, `koppel` that the
 * identity is to be linked to the account of who is signed in. A link and no form: browsers hold the way on from a form to
 * the sites that our pages name, and a broker goes by more of them than we know.
 */
export const loader = guardLoader(everyone, async (args) => {
  const { platform, url, database, clientAddress } = args;
  const { identity } = platform;
  if (identity === null) throw notFound();
  const links = url.searchParams.has('koppel');
  const path = links ? '/mijn/beveiliging' : ownPath(url.searchParams.get('naar'), '/mijn');
  const backTo = links ? path : `/inloggen?${new URLSearchParams({ naar: path }).toString()}`;
  const say = async (key: string) =>
    goTo(backTo, platform, { tone: 'warning', message: formMessage(`people:${key}`, { name: identity.name }) });
  if (!(await mayTryIdentity(clientAddress))) return say('refusal.identity-too-often');
  let linksSession: string | null = null;
  if (links) {
    const session = await linkingSession(args);
    if (!session.ok) return say(`refusal.${session.reason}`);
    linksSession = session.token;
  }
  const minimumAge = await voteAges(database, url.searchParams.get('stemming') ?? '');
  const begun = await identity.begin(minimumAge);
  if (!begun.ok) return say(`refusal.${begun.reason}`);
  const cookie = await awayCookie.write(platform, { ticket: begun.value.ticket, path, minimumAge, linksSession });
  return redirect(begun.value.url.href, {
    status: 303,
    headers: { 'Set-Cookie': cookie, 'Cache-Control': 'no-store' },
  });
});

async function linkingSession({ actor, context, request, platform, url }: Guarded) {
  const token = await readSession(request, platform);
  const isOwn = isSignedIn(actor) && isLinkKey(platform.env.sessionSecret, actor, url.searchParams.get('koppel'));
  if (!isOwn || token === null) return { ok: false as const, reason: 'sign-in-again' as const };
  const allowed = await mayLinkIdentity({ ...context, actor });
  return allowed.ok ? { ok: true as const, token: sha256(token) } : allowed;
}

import { guardLoader, type Guarded } from '#app/http/guard.server.ts';
import { awayCookie, newcomerCookie, writeAge } from '#app/http/identity-cookies.server.ts';
import { mayTryIdentity } from '#app/http/identity-tries.server.ts';
import { writeLocale } from '#app/http/locale-cookie.server.ts';
import { goTo, notFound } from '#app/http/respond.server.ts';
import { readSession, writeSession } from '#app/http/session.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { ageVerdict } from '#app/modules/people/age.ts';
import { linkIdentity } from '#app/modules/people/commands/link-identity.server.ts';
import { signInByIdentity } from '#app/modules/people/commands/sign-in-by-identity.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import type { ProvenIdentity } from '#app/platform/identity.server.ts';
import { sha256 } from '#app/platform/secret.server.ts';

type Away = NonNullable<Awaited<ReturnType<typeof awayCookie.read>>>;
type Tone = 'success' | 'info' | 'warning';

/**
 * The identity provider sends people back here. What they bring counts once, in the browser that was sent away, and for a quarter of an
 * hour; whatever else comes by this address is told to begin again.
 */
export const loader = guardLoader(everyone, async (args) => {
  const { platform, request, url, clientAddress } = args;
  const { identity } = platform;
  if (identity === null) throw notFound();
  const away = await awayCookie.read(request, platform);
  const forget = await awayCookie.clear(platform);
  const backTo = pathBack(away);
  const say = async (tone: Tone, key: string, facts: Record<string, number> = {}, path = backTo) =>
    goTo(path, platform, { tone, message: formMessage(`people:${key}`, { name: identity.name, ...facts }) }, [forget]);
  if (away === null) return say('warning', 'refusal.identity-begin-again');
  if (!(await mayTryIdentity(clientAddress))) return say('warning', 'refusal.identity-too-often');
  const proven = await identity.finish(url.search, away.ticket);
  if (!proven.ok) return say(proven.reason === 'identity-cancelled' ? 'info' : 'warning', `refusal.${proven.reason}`);
  const shown = { issuer: proven.value.issuer, subjectHash: proven.value.subjectHash };
  if (away.linksSession !== null) {
    const linked = await linkTo(away.linksSession, shown, args);
    return linked.ok ? say('success', 'identity.linked') : say('warning', `refusal.${linked.reason}`);
  }
  // the age is judged here, and what was told of it goes with this request
  const age = judgeAge(away, proven.value, args);
  if (age === 'too-young') return say('info', 'refusal.identity-too-young', { count: away.minimumAge ?? 0 }, away.path);
  const ageAtLeast = age === 'old-enough' ? away.minimumAge : null;
  const entered = await signInByIdentity(
    {
      identity: shown,
      userAgent: request.headers.get('user-agent') ?? '',
      previousToken: await readSession(request, platform),
    },
    args,
  );
  if (!entered.ok) {
    const newcomer = { identity: shown, path: away.path, ageAtLeast };
    const cookie = await newcomerCookie.write(platform, newcomer);
    return goTo('/inloggen/eerste-keer', platform, undefined, [forget, cookie]);
  }
  const { token, locale } = entered.value;
  return goTo(away.path, platform, ageUntold(age, identity.name), [
    ...[
      forget,
      await newcomerCookie.clear(platform),
      await writeSession(platform, token),
      writeLocale(platform, locale),
    ],
    ...(ageAtLeast === null ? [] : [await writeAge(platform, token, ageAtLeast)]),
  ]);
});

/** A provider that was asked for an age and told none: the vote cannot take anybody's word. */
function ageUntold(age: 'old-enough' | 'unknown' | 'not-asked', name: string) {
  if (age !== 'unknown') return undefined;
  return { tone: 'warning' as const, message: formMessage('people:refusal.identity-age-unknown', { name }) };
}

function pathBack(away: Away | null): string {
  if (away === null) return '/inloggen';
  if (away.linksSession !== null) return '/mijn/beveiliging';
  return `/inloggen?${new URLSearchParams({ naar: away.path }).toString()}`;
}

/** Only to the session that asked for it: who signed in as somebody else meanwhile gets nothing linked. */
async function linkTo(
  session: string,
  shown: Pick<ProvenIdentity, 'issuer' | 'subjectHash'>,
  { actor, context, request, platform }: Guarded,
) {
  const token = await readSession(request, platform);
  if (!isSignedIn(actor) || token === null || sha256(token) !== session)
    return { ok: false as const, reason: 'sign-in-again' as const };
  return linkIdentity(shown, { ...context, actor });
}

function judgeAge({ minimumAge }: Away, { age }: ProvenIdentity, { platform, now }: Guarded) {
  // where the provider tells no ages, a vote takes people's word
  if (minimumAge === null || platform.identity?.ageClaim === null) return 'not-asked';
  return ageVerdict(age, minimumAge, dayInAmsterdam(now));
}

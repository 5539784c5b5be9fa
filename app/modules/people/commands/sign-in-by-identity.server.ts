import { localeFrom } from '#app/i18n/locale.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Database, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import type { Locale } from '../actor.ts';
import { emailOfNobody } from '../person.ts';
import { startSession } from '../session.store.server.ts';

/** Who the identity provider says it is: nothing that says who that is elsewhere. */
export type ShownIdentity = { issuer: string; subjectHash: string };

type Entering = {
  identity: ShownIdentity;
  userAgent: string;
  /** Of the session that this browser had; it ends. */
  previousToken: string | null;
};

type Entered = { token: string; personId: string; locale: Locale };

type EnterContext = { database: Database; now: Instant };

/** Signs in who the provider knows, where an account belongs to that identity. `identity-unknown`: none does, and none is made here. */
export async function signInByIdentity(
  input: Entering,
  context: EnterContext,
): Promise<Outcome<Entered, 'identity-unknown'>> {
  return inTransaction(context, async (tx) => {
    const entered = await enter(tx, input, context.now);
    return entered === null ? refused('identity-unknown') : accepted(entered);
  });
}

/**
 * Makes an account that has nothing but its identity: no name, and no mail address until somebody gives one and shows that it is theirs.
 * Whoever posts it twice gets into the one that was made.
 */
export async function makeAccountByIdentity(
  input: Entering & { locale: Locale },
  context: EnterContext,
): Promise<Outcome<Entered, never>> {
  const { now } = context;
  return inTransaction(context, async (tx) => {
    const { issuer, subjectHash } = input.identity;
    await holdKey(tx, `identity:${subjectHash}`);
    const known = await enter(tx, input, now);
    if (known !== null) return accepted(known);
    const personId = newId(now.getTime());
    const identityId = newId(now.getTime());
    const { locale, userAgent, previousToken } = input;
    await tx.person.create({
      data: { id: personId, email: emailOfNobody(personId), name: '', locale, createdAt: now },
    });
    await tx.personIdentity.create({
      data: { id: identityId, personId, issuer, subjectHash, createdAt: now, usedAt: now },
    });
    const token = await startSession(tx, { personId, userAgent, previousToken, identityId, now });
    return accepted({ token, personId, locale });
  });
}

async function enter(
  tx: Transaction,
  { identity: { issuer, subjectHash }, userAgent, previousToken }: Entering,
  now: Instant,
): Promise<Entered | null> {
  const known = await tx.personIdentity.findFirst({
    where: { issuer, subjectHash, person: { deletedAt: null } },
    select: { id: true, personId: true, createdAt: true, person: { select: { locale: true } } },
  });
  if (known === null) return null;
  const usedAt = now < known.createdAt ? known.createdAt : now;
  await tx.personIdentity.update({ where: { id: known.id }, data: { usedAt } });
  const { personId, id: identityId } = known;
  const token = await startSession(tx, { personId, userAgent, previousToken, identityId, now });
  return { token, personId, locale: localeFrom(known.person.locale) };
}

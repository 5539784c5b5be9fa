import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { freshSignInUntil, type SignedIn } from '../actor.ts';
import { isSharedInDemo } from '../demo-account.ts';
import { mailSecurityChange } from '../jobs.server.ts';
import { hasMailbox } from '../person.ts';
import { leaveVoteMarks } from '../vote-mark.store.server.ts';
import { hasSecondFactor } from '../second-factor.store.server.ts';
import type { ShownIdentity } from './sign-in-by-identity.server.ts';

export type LinkIdentityRefusal =
  'sign-in-again' | 'second-factor-needed' | 'identity-demo-shared' | 'identity-of-another' | 'identity-exists';

/** Whether the actor may link an identity now, before being sent to the provider for it. */
export async function mayLinkIdentity(
  context: Context<SignedIn>,
): Promise<Outcome<void, Exclude<LinkIdentityRefusal, 'identity-of-another' | 'identity-exists'>>> {
  const { actor, database, now } = context;
  if (isSharedInDemo(actor)) return refused('identity-demo-shared');
  if (freshSignInUntil(actor, now) === null) return refused('sign-in-again');
  if (!actor.secondFactor && (await hasSecondFactor(database, actor.person.id))) return refused('second-factor-needed');
  return accepted();
}

/**
 * Lets who shows this identity sign in as the actor from now on. The actor signed in just before, so the account is theirs; what the
 * provider says of a mail address counts for nothing.
 */
export async function linkIdentity(
  { issuer, subjectHash }: ShownIdentity,
  context: Context<SignedIn>,
): Promise<Outcome<void, LinkIdentityRefusal>> {
  const { actor, now } = context;
  const personId = actor.person.id;
  const allowed = await mayLinkIdentity(context);
  if (!allowed.ok) return allowed;
  return inTransaction<void, LinkIdentityRefusal, LinkIdentityRefusal>(
    context,
    async (tx) => {
      if (!(await lockPerson(tx, personId))) return refused('sign-in-again');
      const mine = await tx.personIdentity.findFirst({ where: { personId, issuer } });
      if (mine !== null && mine.subjectHash !== subjectHash) return refused('identity-exists');
      const id = mine?.id ?? newId(now.getTime());
      if (mine === null) {
        await tx.personIdentity.create({ data: { id, personId, issuer, subjectHash, createdAt: now, usedAt: now } });
        await enqueue(tx, mailSecurityChange, { personId, change: 'identity-added' }, `mail-security-change:${id}`);
      }
      if (actor.sessionId !== null)
        await tx.session.updateMany({ where: { id: actor.sessionId, personId }, data: { identityId: id } });
      return accepted();
    },
    { refusals: { person_identity_issuer_subject_hash_key: 'identity-of-another' } },
  );
}

export type UnlinkIdentityRefusal =
  'sign-in-again' | 'second-factor-needed' | 'identity-not-linked' | 'identity-only-way-in';

/**
 * Takes an identity away again, and ends sessions elsewhere that began with it; asks the same fresh sign-in as linking. Who has no mail
 * address keeps it, or nobody could come in.
 */
export async function unlinkIdentity(
  { identityId }: { identityId: string },
  context: Context<SignedIn> & { secret: string },
): Promise<Outcome<void, UnlinkIdentityRefusal>> {
  const { actor, now, database } = context;
  const personId = actor.person.id;
  if (!isId(identityId)) return refused('identity-not-linked');
  if (freshSignInUntil(actor, now) === null) return refused('sign-in-again');
  if (!actor.secondFactor && (await hasSecondFactor(database, personId))) return refused('second-factor-needed');
  return inTransaction<void, UnlinkIdentityRefusal>(context, async (tx) => {
    await leaveVoteMarks(tx, personId, context.secret);
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } });
    if (!hasMailbox(person.email)) return refused('identity-only-way-in');
    const others = actor.sessionId === null ? {} : { id: { not: actor.sessionId } };
    await tx.session.deleteMany({ where: { personId, identityId, ...others } });
    const { count } = await tx.personIdentity.deleteMany({ where: { id: identityId, personId } });
    if (count === 0) return refused('identity-not-linked');
    const key = `mail-security-change:${identityId}:${String(now.getTime())}`;
    await enqueue(tx, mailSecurityChange, { personId, change: 'identity-removed' }, key);
    return accepted();
  });
}

/** So that an account that is being removed is not linked. @returns whether it is there */
async function lockPerson(tx: Transaction, personId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from person where id = ${personId}::uuid and deleted_at is null for update`;
  return rows.length === 1;
}

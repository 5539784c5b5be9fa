import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { SignedIn } from '../actor.ts';
import { mailSecurityChange } from '../jobs.server.ts';
import { administers } from '../policy.ts';
import { hasSecondFactor } from '../second-factor.store.server.ts';

/** Removes one passkey of the actor. Backup codes go with the last second factor. */
export async function removePasskey(
  input: { passkeyId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, 'second-factor-needed' | 'passkey-unknown'>> {
  const { actor, now } = context;
  const personId = actor.person.id;
  if (!actor.secondFactor) return refused('second-factor-needed');
  if (!isId(input.passkeyId)) return refused('passkey-unknown');
  return inTransaction(context, async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { id: input.passkeyId, personId } });
    if (count === 0) return refused('passkey-unknown');
    if (!(await hasSecondFactor(tx, personId))) await tx.backupCode.deleteMany({ where: { personId } });
    await enqueue(
      tx,
      mailSecurityChange,
      { personId, change: 'passkey-removed' },
      `mail-security-change:${input.passkeyId}:${now.toISOString()}`,
    );
    return accepted();
  });
}

/** Removes the actor's authenticator app. Backup codes go with the last second factor. */
export async function removeAuthenticator(
  context: Context<SignedIn>,
): Promise<Outcome<void, 'second-factor-needed' | 'app-unknown'>> {
  const { actor, now } = context;
  const personId = actor.person.id;
  if (!actor.secondFactor) return refused('second-factor-needed');
  return inTransaction(context, async (tx) => {
    const { count } = await tx.authenticator.deleteMany({ where: { personId } });
    if (count === 0) return refused('app-unknown');
    if (!(await hasSecondFactor(tx, personId))) await tx.backupCode.deleteMany({ where: { personId } });
    await enqueue(
      tx,
      mailSecurityChange,
      { personId, change: 'app-removed' },
      `mail-security-change:${personId}:app-removed:${now.toISOString()}`,
    );
    return accepted();
  });
}

/**
 * Takes away every second factor of somebody who lost phone and backup codes, so that they can set it up again.
 * An administrator does this, never for themselves; the person is told by mail and signed out everywhere.
 */
export async function resetSecondFactor(
  input: { personId: string },
  context: Context<SignedIn>,
): Promise<
  Outcome<
    void,
    'sign-in-needed' | 'role-needed' | 'second-factor-needed' | 'not-found' | 'person-unknown' | 'not-yourself'
  >
> {
  const { actor, now } = context;
  const allowed = administers(actor);
  if (!allowed.ok) return allowed;
  if (!isId(input.personId)) return refused('person-unknown');
  if (input.personId === actor.person.id) return refused('not-yourself');
  return inTransaction(context, async (tx) => {
    const person = await tx.person.findFirst({ where: { id: input.personId, deletedAt: null }, select: { id: true } });
    if (person === null) return refused('person-unknown');
    const mine = { where: { personId: person.id } };
    await tx.passkey.deleteMany(mine);
    await tx.authenticator.deleteMany(mine);
    await tx.backupCode.deleteMany(mine);
    await tx.session.deleteMany(mine);
    await enqueue(
      tx,
      mailSecurityChange,
      { personId: person.id, change: 'reset' },
      `mail-security-change:${person.id}:reset:${now.toISOString()}`,
    );
    return accepted();
  });
}

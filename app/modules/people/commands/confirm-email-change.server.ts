import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { isSameText } from '#app/platform/secret.server.ts';
import { freshSignInUntil, type SignedIn } from '../actor.ts';
import { codeOf } from '../code.server.ts';
import { mailEmailChanged } from '../jobs.server.ts';
import { leaveVoteMarks } from '../vote-mark.store.server.ts';
import { normalCode, triesPerCode } from '../sign-in-code.ts';

export type ConfirmEmailChangeRefusal = 'sign-in-again' | 'code-wrong' | 'code-expired' | 'code-tried-too-often';

type ChangeRow = { id: string; new_email: string; old_email: string; tries: number };

/**
 * The code came back: the address is the new one from now on. The earlier one hears it, and whoever is signed in elsewhere is signed out.
 * An address that has an account meanwhile is answered like a wrong code, so that this tells nobody who has one.
 */
export async function confirmEmailChange(
  input: { code: string },
  context: Context<SignedIn> & { secret: string },
): Promise<Outcome<void, ConfirmEmailChangeRefusal>> {
  const { actor, now, database, secret } = context;
  const personId = actor.person.id;
  if (freshSignInUntil(actor, now) === null) return refused('sign-in-again');
  // The try is counted first and stays counted, whatever happens next: many guesses at once gain nothing.
  const [row] = await database.$queryRaw<ChangeRow[]>`
    update email_change set tries = tries + 1
      where id = (select id from email_change where person_id = ${personId}::uuid order by created_at desc, expires_at desc, id desc limit 1)
        and confirmed_at is null and expires_at > ${now} and tries < ${triesPerCode}
      returning id::text, new_email, old_email, tries`;
  if (!row) return whyNot(context);
  const wrong = () => {
    const left = triesPerCode - row.tries;
    return left > 0 ? refused('code-wrong', { count: left }) : refused('code-tried-too-often');
  };
  if (!isSameText(normalCode(input.code), codeOf(secret, { id: row.id, email: row.new_email }))) return wrong();
  const done = await inTransaction<void, 'email-taken' | 'code-expired', 'email-taken'>(
    context,
    async (tx) => {
      await leaveVoteMarks(tx, personId, secret);
      const { count } = await tx.emailChange.updateMany({
        where: { id: row.id, confirmedAt: null },
        data: { confirmedAt: now },
      });
      const changed = await tx.person.updateMany({
        where: { id: personId, email: row.old_email, deletedAt: null },
        data: { email: row.new_email },
      });
      if (count === 0 || changed.count === 0) return refused('code-expired');
      await tx.session.deleteMany({ where: { personId, id: { not: actor.sessionId ?? row.id } } });
      await tx.signInCode.deleteMany({ where: { email: row.old_email, usedAt: null } });
      await enqueue(tx, mailEmailChanged, { changeId: row.id }, `mail-email-changed:${row.id}`);
      return accepted();
    },
    { refusals: { person_email_key: 'email-taken' } },
  );
  if (done.ok) return done;
  return done.reason === 'email-taken' ? wrong() : refused('code-expired');
}

async function whyNot({ actor, database, now }: Context<SignedIn>): Promise<Outcome<never, ConfirmEmailChangeRefusal>> {
  const last = await database.emailChange.findFirst({
    where: { personId: actor.person.id },
    orderBy: [{ createdAt: 'desc' }, { expiresAt: 'desc' }, { id: 'desc' }],
  });
  const isTried = last !== null && last.confirmedAt === null && last.expiresAt > now && last.tries >= triesPerCode;
  return refused(isTried ? 'code-tried-too-often' : 'code-expired');
}

/** Stops waiting for the code. Twice changes nothing. */
export async function dropEmailChange(context: Context<SignedIn>): Promise<Outcome<void, never>> {
  const { actor, now, database } = context;
  await database.emailChange.updateMany({
    where: { personId: actor.person.id, confirmedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  return accepted();
}

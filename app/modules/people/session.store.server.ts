import { newId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { randomToken, sha256 } from '#app/platform/secret.server.ts';
import { sessionDays } from './sign-in-code.ts';

export type NewSession = {
  personId: string;
  userAgent: string;
  /** Token of the session that this browser had: it ends, so that a token from before signing in is worth nothing. */
  previousToken: string | null;
  /** The identity that was shown; left out: a code by mail. */
  identityId?: string;
  now: Instant;
};

/** Starts a session and returns the token for the cookie; only its hash is kept. Ends what has expired on the way. */
export async function startSession(tx: Transaction, order: NewSession): Promise<string> {
  const token = randomToken();
  if (order.previousToken !== null) await tx.session.deleteMany({ where: { tokenHash: sha256(order.previousToken) } });
  await tx.session.deleteMany({ where: { personId: order.personId, expiresAt: { lte: order.now } } });
  await tx.session.create({
    data: {
      id: newId(order.now.getTime()),
      tokenHash: sha256(token),
      personId: order.personId,
      userAgent: order.userAgent.slice(0, 200),
      expiresAt: addMinutes(order.now, sessionDays * 24 * 60),
      createdAt: order.now,
      identityId: order.identityId ?? null,
    },
  });
  // `updated_at` says when the person changed something
  await tx.$executeRaw`update person set signed_in_at = ${order.now} where id = ${order.personId}::uuid`;
  return token;
}

import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import type { Transaction, Database } from '#app/platform/database.server.ts';

/** Which site a passkey belongs to: the host of the public address, and the address itself. */
export type RelyingParty = { name: string; id: string; origin: string };

export function relyingPartyOf(publicUrl: string): RelyingParty {
  const url = new URL(publicUrl);
  return { name: 'Wijkbeurs', id: url.hostname, origin: url.origin };
}

/** Algorithms as COSE numbers: EdDSA, ES256 and RS256, which all devices of today know. */
export const algorithms = [-8, -7, -257];

const challengeMinutes = 5;

/** Keeps what the passkey must sign with the session that asked, so that it is worth nothing elsewhere. */
export async function keepChallenge(
  database: Database,
  sessionId: string | null,
  challenge: string,
  now: Instant,
): Promise<void> {
  if (sessionId === null) return;
  await database.session.updateMany({
    where: { id: sessionId },
    data: { challenge, challengeUntil: addMinutes(now, challengeMinutes) },
  });
}

/** Takes the challenge of a session; it can be answered once. @returns null when there is none, or too late */
export async function takeChallenge(
  tx: Transaction | Database,
  sessionId: string | null,
  now: Instant,
): Promise<string | null> {
  if (sessionId === null) return null;
  const [row] = await tx.$queryRaw<{ challenge: string | null }[]>`
    update session s set challenge = null, challenge_until = null
    from (select id, challenge from session where id = ${sessionId}::uuid and challenge_until > ${now} for update) old
    where s.id = old.id returning old.challenge`;
  return row?.challenge ?? null;
}

import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { countBallotFrom, slowWrongVoteCode } from './vote-tries.server.ts';

type Noted = { platform: Platform; clientAddress: string; now: Instant };

/** What is counted for the controlegroep never costs a voter the answer: the ballot is there. */
async function orElse<Value>({ platform }: Noted, instead: Value, note: () => Promise<Value>): Promise<Value> {
  try {
    return await note();
  } catch (error) {
    platform.log.error({ err: error }, 'what a vote is watched by could not be noted');
    return instead;
  }
}

/** Counts a ballot that was cast, by where it came from. @param note tells the controlegroep when there are many */
export async function noteBallot(
  noted: Noted,
  voteId: string,
  note: (database: Database, from: { voteId: string; count: number }, now: Instant) => Promise<void>,
): Promise<void> {
  await orElse(noted, undefined, async () => {
    const count = await countBallotFrom(noted.clientAddress, voteId);
    await note(noted.platform.database, { voteId, count }, noted.now);
  });
}

/**
 * Counts a code that was wrong, and lets who tries many wait.
 * @param note counts it for the vote; null for what cannot be a code of any vote, which is counted by where it came from only
 * @returns whether many were tried from here
 */
export async function noteWrong(
  noted: Noted,
  voteId: string,
  note: ((database: Database, voteId: string, now: Instant) => Promise<number>) | null,
): Promise<boolean> {
  const { platform, clientAddress, now } = noted;
  const ofVote = note === null ? 0 : await orElse(noted, 0, async () => note(platform.database, voteId, now));
  return slowWrongVoteCode(clientAddress, ofVote);
}

import type { Instant } from '#app/kernel/instant.ts';
import { noteManyFromAddress } from '#app/modules/voting/commands/note-address.server.ts';
import { noteWrongCode } from '#app/modules/voting/commands/note-wrong-code.server.ts';
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

/** Counts a ballot that was cast, by where it came from. */
export async function noteBallot(noted: Noted, voteId: string): Promise<void> {
  await orElse(noted, undefined, async () => {
    const count = await countBallotFrom(noted.clientAddress, voteId);
    await noteManyFromAddress(noted.platform.database, { voteId, count }, noted.now);
  });
}

/**
 * Counts a code that was wrong, and lets who tries many wait.
 * @param typed what cannot be a code of any vote is counted by where it came from only
 * @returns whether many were tried from here
 */
export async function noteWrong(noted: Noted, voteId: string, typed: 'a-code' | 'no-code'): Promise<boolean> {
  const { platform, clientAddress, now } = noted;
  const note = async () => noteWrongCode(platform.database, voteId, now);
  const ofVote = typed === 'a-code' ? await orElse(noted, 0, note) : 0;
  return slowWrongVoteCode(clientAddress, ofVote);
}

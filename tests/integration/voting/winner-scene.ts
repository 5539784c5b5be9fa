import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { takeOverOutcome } from '#app/modules/voting/commands/take-over-outcome.server.ts';
import type { TakeOver } from '#app/modules/voting/winner.ts';
import type { Database } from '#app/platform/database.server.ts';
import { by, cast, closesAt, codesOf, must, opened, revisionOf, type VoteScene } from './vote-scene.ts';

export const afterClosing = addMinutes(closesAt, 60);

/** A vote that was counted: plans 1 and 2 won, for 1,000 and 1,500 of the 3,000; plan 3 of 2,000 did not. */
export async function counted(database: Database): Promise<VoteScene> {
  const scene = await opened(database);
  const codes = await codesOf(scene, 4);
  const ballots = [[1, 2], [1, 2], [1], [2, 3]];
  for (const [at, choices] of ballots.entries()) must(await cast(scene, codes[at] ?? '', choices));
  await keepTime(database, closesAt);
  const order = { voteId: scene.voteId, revision: await revisionOf(scene) };
  must(await countVote(order, await by(database, scene.announcer, closesAt)));
  return scene;
}

export function takeOverOf({ announcer, preparer }: VoteScene, changes: Partial<TakeOver> = {}): TakeOver {
  return {
    takenOn: dayInAmsterdam(afterClosing),
    motivation: 'De buurt koos dit plan.',
    interestStatement: 'Niemand aan tafel heeft een belang.',
    conditions: '',
    present: new Set([announcer, preparer]),
    read: new Set(),
    ...changes,
  };
}

export async function takenOver(scene: VoteScene, personId = scene.announcer, changes: Partial<TakeOver> = {}) {
  const { database, voteId } = scene;
  const takeOver = takeOverOf(scene, changes);
  return takeOverOutcome({ voteId, takeOver }, await by(database, personId, afterClosing));
}

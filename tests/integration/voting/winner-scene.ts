import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { takeOverOutcome } from '#app/modules/voting/commands/take-over-outcome.server.ts';
import { voteMailHandlers } from '#app/modules/voting/mails/mail-outcome.server.ts';
import type { TakeOver } from '#app/modules/voting/winner.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';
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

/** Does the work that a count or a cancellation left for mails, also what that work leaves. @returns the mails */
export async function mailsOf(database: Database, voteId: string, now: Instant): Promise<Mail[]> {
  const sent: Mail[] = [];
  const mailer = {
    send: async (mail: Mail) => {
      sent.push(mail);
      return Promise.resolve();
    },
  };
  for (const { name, run } of voteMailHandlers) {
    const jobs = await database.$queryRaw<{ key: string; payload: { voteId: string } }[]>`
      select j.key, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
        where j.task_identifier = ${name}`;
    for (const { key, payload } of jobs.filter((job) => job.payload.voteId === voteId)) {
      await run(payload, { database, mailer, publicUrl: 'https://x.example', secret: '', now, jobKey: key });
      await database.$executeRaw`select graphile_worker.remove_job(${key})`;
    }
  }
  return sent;
}

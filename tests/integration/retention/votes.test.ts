import { newId } from '#app/kernel/ids.ts';
import { newCode } from '#app/modules/voting/code.server.ts';
import { castBallot } from '#app/modules/voting/commands/cast-ballot.server.ts';
import { enterPaper } from '#app/modules/voting/commands/enter-paper.server.ts';
import { makePapers } from '#app/modules/voting/commands/make-papers.server.ts';
import { noteSignal } from '#app/modules/voting/commands/note-signal.server.ts';
import { appointTableVolunteer } from '#app/modules/voting/commands/staff-table.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { cancelled } from '#tests/integration/voting/by-two.ts';
import { by, during, must, noProof, opened, type VoteScene } from '#tests/integration/voting/vote-scene.ts';
import { testSecret } from '#tests/support/test-secret.ts';
import { backdate, eachGoesAfterItsPeriod, longAgo, two, useAgingDatabase, type PairsOf } from './aging.ts';

const own = useAgingDatabase();

/** A vote that ended, in which somebody voted by account. */
async function ended(): Promise<VoteScene> {
  const scene = await opened(own.database);
  const { voteId } = scene;
  const account = {
    right: 'account',
    ballotCode: newCode(),
    areaCode: 'TA',
    saysOldEnough: true,
    proof: noProof,
  } as const;
  const voter = await by(own.database, await makePerson(own.database), during);
  must(await castBallot({ voteId, choices: [1], by: account }, voter));
  await cancelled(scene);
  return scene;
}

/** The same, with somebody at the table who entered a paper that nobody confirmed. */
async function endedWithTable(): Promise<VoteScene> {
  const scene = await opened(own.database);
  const { voteId } = scene;
  const runs = await by(own.database, scene.announcer);
  const [paper = ''] = must(await makePapers({ voteId, areaCode: 'TA', papers: 1, formKey: newId() }, runs));
  const { email } = await own.database.person.findUniqueOrThrow({ where: { id: scene.outsider } });
  must(await appointTableVolunteer({ voteId, email }, runs));
  const content = { is: 'choices', choices: [1] } as const;
  must(await enterPaper({ voteId, paper, content }, await by(own.database, scene.outsider, during), testSecret));
  await cancelled(scene);
  return scene;
}

const pairs: PairsOf<'votes'> = {
  'vote-rights': async () => {
    const made: string[] = [];
    await two(async () => made.push((await ended()).voteId));
    const [old = ''] = made;
    return {
      old: async () => backdate(own.database, `update vote set cancelled_at = ${longAgo} where id = '${old}'`),
      left: async () => own.database.voteRight.count({ where: { voteId: { in: made }, personId: { not: null } } }),
    };
  },
  'vote-tables': async () => {
    const made: string[] = [];
    await two(async () => made.push((await endedWithTable()).voteId));
    const [old = ''] = made;
    return {
      old: async () => backdate(own.database, `update vote set cancelled_at = ${longAgo} where id = '${old}'`),
      left: async () => own.database.votePaperEntry.count({ where: { right: { voteId: { in: made } } } }),
    };
  },
  'vote-signals': async () => {
    const made: string[] = [];
    await two(async () => {
      const { voteId } = await ended();
      await noteSignal(own.database, { voteId, kind: 'sheet', amount: 40 }, during);
      made.push(voteId);
    });
    const [old = ''] = made;
    return {
      old: async () => backdate(own.database, `update vote set cancelled_at = ${longAgo} where id = '${old}'`),
      left: async () => own.database.voteSignal.count({ where: { voteId: { in: made } } }),
    };
  },
};

eachGoesAfterItsPeriod(own, 'votes', pairs, async () => Promise.resolve());

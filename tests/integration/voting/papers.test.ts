import { describe, expect, test } from 'vitest';
import { readPabulib } from '#app/modules/counting/pabulib/read.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { enterPaper, takePaperBack } from '#app/modules/voting/commands/enter-paper.server.ts';
import { keepTime, shuffleBallots } from '#app/modules/voting/commands/keep-time.server.ts';
import { makePapers } from '#app/modules/voting/commands/make-papers.server.ts';
import { appointTableVolunteer, dismissTableVolunteer } from '#app/modules/voting/commands/staff-table.server.ts';
import { highestPaper, type InvalidReason } from '#app/modules/voting/paper.ts';
import { paperTable } from '#app/modules/voting/queries/paper-table.query.server.ts';
import { paperNumbers, publicPaperNumbers } from '#app/modules/voting/queries/paper-work.query.server.ts';
import { publishedVoteFile } from '#app/modules/voting/queries/published-vote.query.server.ts';
import type { VoteContent } from '#app/modules/voting/vote.ts';
import { makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { testSecret } from '#tests/support/test-secret.ts';
import { announced, ballotsOf, by, cast, closesAt, codesOf, during, must, opened, revisionOf } from './vote-scene.ts';
import type { VoteScene } from './vote-scene.ts';
import { annulling } from './by-two.ts';
import { afterClosing } from './winner-scene.ts';

const own = useTestDatabase();

type Table = { scene: VoteScene; papers: string[]; first: string; second: string; third: string };

/** An open vote with papers, and three people at the table. */
async function table(changes: Partial<VoteContent> = {}, count = 4): Promise<Table> {
  const scene = await opened(own.database, changes);
  const people = [await makePerson(own.database), await makePerson(own.database), await makePerson(own.database)];
  const [first = '', second = '', third = ''] = people;
  for (const person of people) await appoint(scene, person);
  return { scene, papers: await papersOf(scene, count), first, second, third };
}

async function papersOf(scene: VoteScene, papers: number, areaCode = 'TA'): Promise<string[]> {
  const { voteId, announcer } = scene;
  return must(await makePapers({ voteId, areaCode, papers, formKey: newId() }, await by(own.database, announcer)));
}

async function appoint({ voteId, announcer }: VoteScene, personId: string, appointer = announcer) {
  const { email } = await own.database.person.findUniqueOrThrow({ where: { id: personId } });
  const outcome = await appointTableVolunteer({ voteId, email }, await by(own.database, appointer));
  return outcome.ok ? null : outcome.reason;
}

const choicesOf = (choices: number[]) => ({ is: 'choices', choices }) as const;
const invalidOf = (reason: InvalidReason) => ({ is: 'invalid', reason }) as const;

async function enter(
  { voteId }: VoteScene,
  personId: string,
  paper: string | undefined,
  content: number[] | InvalidReason,
  now = during,
) {
  const given = Array.isArray(content) ? choicesOf(content) : invalidOf(content);
  const context = await by(own.database, personId, now);
  const outcome = await enterPaper({ voteId, paper: paper ?? '', content: given }, context, testSecret);
  return outcome.ok ? outcome.value : outcome.reason;
}

async function refusedBy(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => /rule "(\w+)"/.exec(String(error))?.[1] ?? String(error),
  );
}

const rightOf = async ({ voteId }: VoteScene, paperNumber: number) =>
  own.database.voteRight.findFirstOrThrow({ where: { voteId, paperNumber } });

describe('entering a paper', () => {
  test('counts once two people entered the same, and wipes what they entered', async () => {
    const { scene, papers, first, second } = await table();
    expect(await enter(scene, first, papers[0], [3, 1])).toBe('entered');
    expect(await ballotsOf(scene)).toEqual([]);
    expect(await enter(scene, second, papers[0], [1, 3])).toBe('counted');
    expect(await ballotsOf(scene)).toEqual([[1, 3]]);
    const entries = await own.database.votePaperEntry.findMany();
    expect(entries.map(({ digest }) => digest)).toEqual([null, null]);
    expect((await rightOf(scene, 1)).isUsed).toBe(true);
  });

  test('posting it twice is once, before and after it counts', async () => {
    const { scene, papers, first, second, third } = await table();
    expect(await enter(scene, first, papers[0], [1])).toBe('entered');
    expect(await enter(scene, first, papers[0], [1])).toBe('entered');
    expect(await enter(scene, second, papers[0], [1])).toBe('counted');
    expect(await enter(scene, second, papers[0], [1])).toBe('done');
    expect(await enter(scene, first, papers[0], [1])).toBe('done');
    expect(await enter(scene, third, papers[0], [1])).toBe('paper-done');
    expect(await ballotsOf(scene)).toEqual([[1]]);
  });

  test('at two tables at the same moment is once', async () => {
    const { scene, papers, first, second, third } = await table();
    const people = [first, second, third, first, second, third];
    const outcomes = await Promise.all(people.map(async (person) => enter(scene, person, papers[1], [2])));
    expect(outcomes.filter((outcome) => outcome === 'counted')).toHaveLength(1);
    expect(await ballotsOf(scene)).toEqual([[2]]);
  });

  test('that differs waits until two agree, whoever looks again', async () => {
    const { scene, papers, first, second, third } = await table();
    expect(await enter(scene, first, papers[0], [1])).toBe('entered');
    expect(await enter(scene, second, papers[0], [1, 2])).toBe('differs');
    expect(await enter(scene, third, papers[0], [1, 2])).toBe('counted');
    expect(await enter(scene, first, papers[1], [1])).toBe('entered');
    expect(await enter(scene, second, papers[1], [2])).toBe('differs');
    expect(await enter(scene, first, papers[1], [2])).toBe('counted');
    expect(await ballotsOf(scene)).toEqual([[1, 2], [2]]);
  });

  test('cannot be tried until it agrees', async () => {
    const { scene, papers, first, second } = await table();
    expect(await enter(scene, first, papers[0], [1, 2, 3])).toBe('entered');
    for (const guess of [[1], [2], [3], [1, 2], [1, 3]])
      expect(await enter(scene, second, papers[0], guess)).toBe('differs');
    expect(await enter(scene, second, papers[0], [1, 2, 3])).toBe('too-many-tries');
    expect(await ballotsOf(scene)).toEqual([]);
  });

  test('is told what is wrong with it', async () => {
    const { scene, papers, first } = await table();
    const [paper = ''] = papers;
    const wrong = paper.replace(/.$/, (letter) => (letter === 'A' ? 'B' : 'A'));
    expect(await enter(scene, first, wrong, [1])).toBe('paper-unknown');
    expect(await enter(scene, first, '1', [1])).toBe('paper-unknown');
    expect(await enter(scene, first, paper, [])).toBe('nothing-chosen');
    expect(await enter(scene, first, paper, [9])).toBe('choice-unknown');
    expect(await enter(scene, scene.outsider, paper, [1])).toBe('not-at-table');
    expect(await enter((await table()).scene, first, paper, [1])).toBe('not-at-table');
    expect(await own.database.votePaperEntry.count({ where: { right: { voteId: scene.voteId } } })).toBe(0);
  });

  test('that cannot count is a paper with a reason and no ballot', async () => {
    const { scene, papers, first, second } = await table({ ballot: 'at-most', atMost: 1 });
    expect(await enter(scene, first, papers[0], [1, 2])).toBe('entered');
    expect(await enter(scene, second, papers[0], [2, 3])).toBe('invalid');
    expect(await enter(scene, first, papers[1], 'unclear')).toBe('entered');
    expect(await enter(scene, second, papers[1], [1])).toBe('differs');
    expect(await enter(scene, first, papers[1], [1])).toBe('counted');
    expect(await paperNumbers(own.database, scene.voteId)).toEqual({
      ...{ printed: 4, counted: [2], invalid: [1], waiting: [], unused: 2 },
      reasons: [{ reason: 'too-many', papers: 1 }],
    });
    expect(await ballotsOf(scene)).toEqual([[1]]);
    expect(await enter(scene, first, papers[0], [1])).toBe('done');
  });

  test('can be taken back while it waits', async () => {
    const { scene, papers, first, second } = await table();
    const back = async (personId: string) =>
      (await takePaperBack({ voteId: scene.voteId, number: 1 }, await by(own.database, personId, during))).ok;
    await enter(scene, first, papers[0], [1]);
    expect(await back(second)).toBe(false);
    expect(await back(first)).toBe(true);
    await enter(scene, first, papers[0], [2]);
    expect(await enter(scene, second, papers[0], [2])).toBe('counted');
    expect(await back(first)).toBe(false);
  });

  test('that was taken back, or left, is not tried anew', async () => {
    const { scene, papers, first, second } = await table();
    const takeBack = async () =>
      must(await takePaperBack({ voteId: scene.voteId, number: 1 }, await by(own.database, second, during)));
    const leave = async () => {
      const { id: volunteerId } = await own.database.voteTableVolunteer.findFirstOrThrow({
        where: { voteId: scene.voteId, personId: second },
      });
      must(await dismissTableVolunteer({ voteId: scene.voteId, volunteerId }, await by(own.database, scene.announcer)));
      expect(await appoint(scene, second)).toBeNull();
    };
    expect(await enter(scene, first, papers[0], [1, 2, 3])).toBe('entered');
    for (const [at, guess] of [[1], [2], [3], [1, 2], [1, 3]].entries()) {
      expect(await enter(scene, second, papers[0], guess)).toBe('differs');
      await (at === 2 ? leave() : takeBack());
    }
    expect(await enter(scene, second, papers[0], [1, 2, 3])).toBe('too-many-tries');
    expect(await enter(scene, second, papers[0], [1, 3])).toBe('too-many-tries');
    expect(await ballotsOf(scene)).toEqual([]);
  });

  test('that is taken back at the moment at which another enters it counts, or waits for who enters it again', async () => {
    const { scene, papers, first, second } = await table({}, 12);
    for (const [at, paper] of papers.entries()) {
      await enter(scene, first, paper, [1]);
      const back = takePaperBack({ voteId: scene.voteId, number: at + 1 }, await by(own.database, first, during));
      const [taken, entered] = await Promise.all([back, enter(scene, second, paper, [1])]);
      expect([taken.ok ? 'back' : taken.reason, entered]).toEqual(
        taken.ok ? ['back', 'entered'] : ['paper-done', 'counted'],
      );
    }
  });
});

describe('printing', () => {
  test('twice with one form is once, and gives the same papers', async () => {
    const { scene } = await table({}, 2);
    const { voteId, announcer } = scene;
    const order = { voteId, areaCode: 'TA', papers: 3, formKey: newId() };
    const context = await by(own.database, announcer);
    const [one, other] = await Promise.all([makePapers(order, context), makePapers(order, context)]);
    expect(must(one).map((paper) => parseInt(paper))).toEqual([3, 4, 5]);
    expect(must(other)).toEqual(must(one));
    expect(await own.database.voteRight.count({ where: { voteId } })).toBe(5);
    expect(await makePapers({ ...order, papers: 4 }, context)).toEqual({ ok: false, reason: 'already-made' });
  });

  test('beyond the last number is refused in words', async () => {
    const { scene } = await table({}, 1);
    const { voteId, announcer } = scene;
    const { sheetId } = await rightOf(scene, 1);
    await own.database.voteRight.create({ data: { voteId, areaCode: 'TA', sheetId, paperNumber: highestPaper - 1 } });
    const order = { voteId, areaCode: 'TA', formKey: newId() };
    const context = await by(own.database, announcer);
    expect(await makePapers({ ...order, papers: 2 }, context)).toEqual({ ok: false, reason: 'papers-run-out' });
    expect(must(await makePapers({ ...order, papers: 1 }, context))).toHaveLength(1);
  });
});

describe('when', () => {
  test('until the body counts, and not after the first count', async () => {
    const { scene, papers, first, second } = await table(
      { method: 'greedy', completion: null, amount: cents(3_000_00) },
      3,
    );
    const codes = await codesOf(scene, 2);
    must(await cast(scene, codes[0] ?? '', [1]));
    await keepTime(own.database, closesAt);
    const count = async () => {
      const press = { voteId: scene.voteId, revision: await revisionOf(scene) };
      const outcome = await countVote(press, await by(own.database, scene.announcer, closesAt));
      return outcome.ok ? outcome.value : [outcome.reason, ...Object.values(outcome.detail ?? {})].join(' ');
    };
    expect(await enter(scene, first, papers[0], [2], closesAt)).toBe('entered');
    expect(await count()).toBe('papers-wait 1');
    expect(await enter(scene, second, papers[0], [2], closesAt)).toBe('counted');
    expect(await cast(scene, codes[1] ?? '', [1])).toEqual({ ok: false, reason: 'vote-not-open' });
    expect(await count()).toBe('outcome');
    expect(await enter(scene, first, papers[1], [1], closesAt)).toBe('papers-not-now');
    expect(await ballotsOf(scene)).toEqual([[1], [2]]);
  });

  test('not before it opens, and papers are printed until it closes', async () => {
    const scene = await announced(own.database);
    const [paper] = await papersOf(scene, 1);
    const person = await makePerson(own.database);
    expect(await appoint(scene, person)).toBeNull();
    expect(await enter(scene, person, paper, [1])).toBe('papers-not-now');
    const late = await table();
    await keepTime(own.database, closesAt);
    const { voteId, announcer } = late.scene;
    const made = await makePapers(
      { voteId, areaCode: 'TA', papers: 1, formKey: newId() },
      await by(own.database, announcer),
    );
    expect(made).toEqual({ ok: false, reason: 'papers-not-now' });
  });

  test('numbers are public once the votes are counted', async () => {
    const { scene, papers, first, second } = await table();
    await enter(scene, first, papers[0], [1]);
    await enter(scene, second, papers[0], [1]);
    await keepTime(own.database, closesAt);
    expect(await publicPaperNumbers(own.database, scene.voteId)).toBeNull();
    const press = { voteId: scene.voteId, revision: await revisionOf(scene) };
    must(await countVote(press, await by(own.database, scene.announcer, closesAt)));
    expect(await publicPaperNumbers(own.database, scene.voteId)).toMatchObject({ printed: 4, counted: [1], unused: 3 });
  });
});

describe('who', () => {
  test('is appointed by who runs the vote, and not with an interest in one of its projects', async () => {
    const { scene, papers, first } = await table();
    expect(await appoint(scene, scene.outsider, scene.outsider)).toBe('role-needed');
    const { submitterId } = await own.database.initiative.findUniqueOrThrow({
      where: { id: scene.initiativeIds[0] ?? '' },
    });
    expect(await appoint(scene, submitterId ?? '')).toBe('volunteer-interest');
    await own.database.interestDeclaration.create({
      data: {
        id: newId(),
        personId: first,
        initiativeId: scene.initiativeIds[1] ?? '',
        kind: 'family',
        declaredAt: during,
      },
    });
    expect(await enter(scene, first, papers[0], [1])).toBe('interest');
  });

  test('sees which papers wait, and nothing of what stands on them; who leaves takes along what waits', async () => {
    const { scene, papers, first, second } = await table();
    await enter(scene, first, papers[0], [1]);
    await enter(scene, second, papers[1], [2]);
    const seen = await paperTable(own.database, (await by(own.database, second)).actor, scene.voteId);
    expect(seen?.waiting).toEqual([
      { number: 1, paper: papers[0], isOwn: false, differs: false },
      { number: 2, paper: papers[1], isOwn: true, differs: false },
    ]);
    expect(await paperTable(own.database, (await by(own.database, scene.outsider)).actor, scene.voteId)).toBeNull();
    const volunteer = await own.database.voteTableVolunteer.findFirstOrThrow({ where: { personId: first } });
    const dismissal = { voteId: scene.voteId, volunteerId: volunteer.id };
    expect((await dismissTableVolunteer(dismissal, await by(own.database, scene.outsider))).ok).toBe(false);
    must(await dismissTableVolunteer(dismissal, await by(own.database, scene.announcer)));
    expect(await enter(scene, first, papers[2], [1])).toBe('not-at-table');
    expect(await enter(scene, second, papers[0], [1])).toBe('entered');
  });
});

describe('past the command', () => {
  test('nobody confirms alone, and nothing that is done is done again', async () => {
    const { scene, papers, first, second } = await table();
    await enter(scene, first, papers[0], [1]);
    const right = await rightOf(scene, 1);
    const { database } = own;
    const use = async () => refusedBy(database.voteRight.update({ where: { id: right.id }, data: { isUsed: true } }));
    expect(await use()).toBe('vote_paper_two_persons');
    expect(await refusedBy(database.voteInvalidPaper.create({ data: { rightId: right.id, reason: 'blank' } }))).toBe(
      'vote_paper_two_persons',
    );
    const [entry] = await database.votePaperEntry.findMany({ where: { rightId: right.id } });
    const volunteer = { rightId: right.id, volunteerId: entry?.volunteerId ?? '' };
    await expect(
      database.votePaperEntry.create({ data: { ...volunteer, digest: entry?.digest ?? '' } }),
    ).rejects.toThrow('Unique constraint');
    const again = { voteId: scene.voteId, personId: first, appointedById: scene.announcer, appointedAt: during };
    await expect(database.voteTableVolunteer.create({ data: { ...again, id: newId() } })).rejects.toThrow(
      'Unique constraint',
    );
    expect(await refusedBy(database.votePaperEntry.updateMany({ data: { digest: null } }))).toBe('vote_append_only');
    expect(await enter(scene, second, papers[0], [1])).toBe('counted');
    expect(await refusedBy(database.votePaperEntry.deleteMany({ where: { rightId: right.id } }))).toBe(
      'vote_append_only',
    );
    expect(await refusedBy(database.voteTableVolunteer.deleteMany())).toBe('vote_append_only');
    expect(await use()).toBe('vote_right_once');
  });

  test('what was entered is nowhere, and ballot and paper cannot be joined after shuffling', async () => {
    const { scene, papers, first, second } = await table({}, 30);
    for (const [at, paper] of papers.entries()) {
      await enter(scene, first, paper, [1 + (at % 3)]);
      await enter(scene, second, paper, [1 + (at % 3)]);
    }
    const joined = async () => {
      const rows = await own.database.$queryRaw<unknown[]>`
        select 1 from vote_ballot b join vote_right r on r.vote_id = b.vote_id and r.xmin = b.xmin
          where b.vote_id = ${scene.voteId}::uuid and r.paper_number is not null`;
      return rows.length;
    };
    expect(await joined()).toBe(30);
    await shuffleBallots(own.database);
    expect(await joined()).toBe(0);
    expect(await ballotsOf(scene)).toHaveLength(30);
  });
});

describe('after the count', () => {
  test('papers are in the file that is published, like every ballot, and annulling lets no paper in', async () => {
    const { scene, papers, first, second } = await table();
    const [code = ''] = await codesOf(scene, 1);
    must(await cast(scene, code, [1]));
    await enter(scene, first, papers[0], [2, 3]);
    await enter(scene, second, papers[0], [2, 3]);
    await enter(scene, first, papers[1], 'blank');
    await enter(scene, second, papers[1], 'blank');
    await keepTime(own.database, closesAt);
    const { propose, annul, count } = annulling(scene);
    must(await count(scene.announcer));
    const { slug } = await own.database.vote.findUniqueOrThrow({ where: { id: scene.voteId } });
    const text = (await publishedVoteFile(own.database, slug, 'ballots'))?.text ?? '';
    const read = readPabulib(text);
    // by place: project 1, and 2 with 3
    expect(read.ok ? read.vote.election.ballots : []).toEqual(
      expect.arrayContaining([
        { voters: 1, chosen: [0] },
        { voters: 1, chosen: [1, 2] },
      ]),
    );
    expect(read.ok && read.vote.election.ballots).toHaveLength(2);
    must(await propose(scene.announcer));
    must(await annul(scene.preparer));
    expect(await enter(scene, first, papers[2], [1], afterClosing)).toBe('papers-not-now');
    const { actor } = await by(own.database, first);
    expect(await paperTable(own.database, actor, scene.voteId)).toMatchObject({ takesPapers: false, wasCounted: true });
    must(await count(scene.announcer));
  });
});

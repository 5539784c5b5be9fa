import { newId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { visitor, type Actor, type SignedIn } from '#app/modules/people/actor.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import { castBallot, type CastBy } from '#app/modules/voting/commands/cast-ballot.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { makeCodes } from '#app/modules/voting/commands/make-codes.server.ts';
import { prepareVote } from '#app/modules/voting/commands/prepare-vote.server.ts';
import { checkProject, putUpProjects } from '#app/modules/voting/commands/put-up-projects.server.ts';
import { announceVote } from '#app/modules/voting/commands/run-vote.server.ts';
import type { VoteContent } from '#app/modules/voting/vote.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { makeBody, makeFund, makeInitiative, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';
import { testSecret } from '#tests/support/test-secret.ts';

/** Of a browser that showed no age. */
export const noProof = { secret: testSecret, tellsAge: false, ageAtLeast: null } as const;

export type VoteScene = {
  database: Database;
  bodyId: string;
  fundId: string;
  preparer: string;
  announcer: string;
  outsider: string;
  initiativeIds: string[];
  voteId: string;
};

const opensAt: Instant = addMinutes(testNow, 60);
export const closesAt: Instant = addMinutes(testNow, 60 * 24 * 14);
/** A moment at which the vote is open. */
export const during: Instant = addMinutes(testNow, 60 * 24);

export async function by(database: Database, personId: string, now: Instant = testNow): Promise<Context<SignedIn>> {
  return { database, now, actor: await actorOfPerson(database, personId, { now, demo: false, secondFactor: true }) };
}

/** Somebody who did not sign in. */
export function anybody(database: Database, now: Instant = during): Context<Actor> {
  return { database, now, actor: visitor(false) };
}

export function contentOf(fundId: string, changes: Partial<VoteContent> = {}): VoteContent {
  return {
    title: 'Wat doen we met het plein?',
    question: 'Kies wat jij wilt.',
    fundId,
    areaCodes: ['TA', 'TB'],
    minimumAge: 12,
    opensAt,
    closesAt,
    amount: cents(3_000_00),
    ballot: 'approval',
    atMost: null,
    method: 'equal-shares',
    completion: 'add1u',
    minimumVotes: 1,
    byAccount: true,
    byIdentity: false,
    ...changes,
  };
}

/** A wijkalliantie with 5,000 euro, and a vote that is being prepared on projects of so many cents. */
export async function prepared(
  database: Database,
  changes: Partial<VoteContent> = {},
  costs: readonly number[] = [1_000_00, 1_500_00, 2_000_00],
): Promise<VoteScene> {
  for (const code of ['TA', 'TB', 'TC'])
    await database.area.upsert({ where: { code }, create: { code, name: `Wijk ${code}`, level: 'wijk' }, update: {} });
  const bodyId = await makeBody(database, { kind: 'wijkalliantie' });
  const fundId = await makeFund(database, { bodyId, amountCents: 5_000_00 });
  const preparer = await makePerson(database);
  const announcer = await makePerson(database);
  await makeMembership(database, { personId: preparer, bodyId, role: 'budget_holder' });
  await makeMembership(database, { personId: announcer, bodyId, role: 'chair' });
  const initiativeIds: string[] = [];
  for (const requestedCents of costs)
    initiativeIds.push(await makeInitiative(database, { stage: 'accepted', requestedCents }));
  const voteId = newId();
  const context = await by(database, preparer);
  must(await prepareVote({ bodyId, content: contentOf(fundId, changes), formKey: voteId }, context));
  must(await putUpProjects({ voteId, revision: 1, initiativeIds }, context));
  for (const [at, cost] of costs.entries()) {
    const check = { verdict: 'included', reason: '', cost: cents(cost) } as const;
    must(await checkProject({ voteId, revision: 2 + at, number: at + 1, ...check }, context));
  }
  return { database, bodyId, fundId, preparer, announcer, outsider: await makePerson(database), initiativeIds, voteId };
}

export async function announced(...given: Parameters<typeof prepared>): Promise<VoteScene> {
  const scene = await prepared(...given);
  const { voteId, database, announcer } = scene;
  must(await announceVote({ voteId, revision: await revisionOf(scene) }, await by(database, announcer)));
  return scene;
}

export async function opened(...given: Parameters<typeof prepared>): Promise<VoteScene> {
  const scene = await announced(...given);
  await keepTime(scene.database, opensAt);
  return scene;
}

export async function revisionOf({ database, voteId }: VoteScene): Promise<number> {
  return (await database.vote.findUniqueOrThrow({ where: { id: voteId } })).revision;
}

export async function codesOf(scene: VoteScene, codes: number, areaCode = 'TA'): Promise<string[]> {
  return must(
    await makeCodes(
      { voteId: scene.voteId, areaCode, codes, formKey: newId() },
      await by(scene.database, scene.announcer),
    ),
  );
}

export async function cast(
  { database, voteId }: VoteScene,
  cast: CastBy | string,
  choices: number[],
  context = anybody(database),
) {
  const right = typeof cast === 'string' ? ({ right: 'code', code: cast } as const) : cast;
  return castBallot({ voteId, choices, by: right }, context);
}

export async function ballotsOf({ database, voteId }: VoteScene): Promise<number[][]> {
  const rows = await database.voteBallot.findMany({ where: { voteId } });
  return rows.map(({ choices }) => choices).sort((one, other) => (String(one) < String(other) ? -1 : 1));
}

export function must<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

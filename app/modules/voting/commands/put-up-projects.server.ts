import { newId } from '#app/kernel/ids.ts';
import type { Cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Context, Transaction } from '#app/platform/database.server.ts';
import { changingVote, type ChangeRefusal, type OfVote } from '../changing-vote.server.ts';
import { projectStages } from '../project.ts';
import type { StoredVote } from '../vote.store.server.ts';

type Refusal = 'initiative-unknown' | 'project-unknown' | 'plan-explores' | 'interest' | 'already-announced';

export type PutUpRefusal = Refusal | ChangeRefusal;

const whilePreparing = {
  unfit: ({ state }: StoredVote) => (state === 'draft' ? null : 'already-announced'),
  refusals: { vote_announced_fixed: 'already-announced', vote_project_without_interest: 'interest' },
} as const;

/** Puts initiatives up for a vote, in the version that they have now. Who is up already stays as it is. */
export async function putUpProjects(
  input: OfVote & { initiativeIds: readonly string[] },
  context: Context<SignedIn>,
): Promise<Outcome<void, PutUpRefusal>> {
  return changingVote<void, Refusal>(input, context, whilePreparing, async (tx, vote) => {
    const wanted = [...new Set(input.initiativeIds)];
    if (await anyExplores(tx, wanted)) return refused('plan-explores');
    const rows = await tx.initiative.findMany({
      where: { id: { in: wanted }, stage: { in: [...projectStages] }, currentVersion: { gt: 0 } },
      orderBy: { id: 'asc' },
      select: { id: true, currentVersion: true, requestedCents: true },
    });
    if (rows.length < wanted.length || rows.some(({ requestedCents }) => requestedCents <= 0n))
      return refused('initiative-unknown');
    const there = await tx.voteProject.findMany({
      where: { voteId: vote.id },
      select: { initiativeId: true, number: true },
    });
    const added = rows.filter(({ id }) => !there.some(({ initiativeId }) => initiativeId === id));
    const last = Math.max(0, ...there.map(({ number }) => number));
    await tx.voteProject.createMany({
      data: added.map(({ id: initiativeId, currentVersion: version, requestedCents: costCents }, at) => ({
        ...{ id: newId(), voteId: vote.id, number: last + 1 + at, initiativeId, version, costCents },
      })),
    });
    return accepted();
  });
}

/** Takes a project off again, as if it had not been put up; leaving it out with a reason is `checkProject`. */
export async function takeProjectOff(
  input: OfVote & { number: number },
  context: Context<SignedIn>,
): Promise<Outcome<void, PutUpRefusal>> {
  return changingVote<void, Refusal>(input, context, whilePreparing, async (tx, vote) => {
    const { count } = await tx.voteProject.deleteMany({ where: { voteId: vote.id, number: input.number } });
    return count === 0 ? refused('project-unknown') : accepted();
  });
}

/** The body says whether a project can be carried out and what it costs; who has an interest in it does not. */
export async function checkProject(
  input: OfVote & { number: number; cost: Cents; verdict: 'included' | 'excluded'; reason: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, PutUpRefusal>> {
  const { number, cost, verdict, reason } = input;
  return changingVote<void, Refusal>(input, context, whilePreparing, async (tx, vote) => {
    const project = await tx.voteProject.findFirst({
      where: { voteId: vote.id, number },
      select: { initiativeId: true },
    });
    if (project === null) return refused('project-unknown');
    if (verdict === 'included' && (await anyExplores(tx, [project.initiativeId]))) return refused('plan-explores');
    const { count } = await tx.voteProject.updateMany({
      where: { voteId: vote.id, number },
      data: {
        ...{ verdict, reason, costCents: BigInt(cost) },
        ...{ checkedById: context.actor.person.id, checkedAt: context.now },
      },
    });
    return count === 0 ? refused('project-unknown') : accepted();
  });
}

/** Whether one of these plans still explores what it will be: a body can grant nothing to it, so it would win in vain. */
async function anyExplores(tx: Transaction, initiativeIds: readonly string[]): Promise<boolean> {
  return (await tx.initiative.count({ where: { id: { in: [...initiativeIds] }, stage: 'exploring' } })) > 0;
}

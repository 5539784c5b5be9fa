import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { closeRound } from '#app/modules/scoring/commands/close-round.server.ts';
import { declareInterest } from '#app/modules/scoring/commands/declare-interest.server.ts';
import { handInReview } from '#app/modules/scoring/commands/hand-in-review.server.ts';
import { openRound } from '#app/modules/scoring/commands/open-round.server.ts';
import { sheetField } from '#app/modules/scoring/sheet.ts';
import { reasonsByPoints, reasonToAbstain } from '#prisma/demo/reviews.ts';
import { expectAccepted, type DemoWorld, type SubmittedPlan } from './demo-world.ts';

const reviewers = ['beoordelaar-1', 'beoordelaar-2', 'beoordelaar-3'];

/** One round that is closed, with decisions to take, and one that is open, with reviews to write. */
export async function loadDemoRounds(world: DemoWorld, plans: readonly SubmittedPlan[]): Promise<void> {
  const inStage = (...stages: string[]) => plans.filter(({ plan }) => stages.includes(plan.stage));
  const scored = inStage('granted', 'prepared', 'scored');
  const closed = await round(world, scored, { title: 'Najaarsronde', openedDaysAgo: 60, days: 21, minimumReviews: 3 });
  await review(world, scored, closed, 50);
  expectAccepted(await closeRound(closed, await world.as('voorzitter', 37)));

  const open = inStage('in-round');
  const current = await round(world, open, { title: 'Winterronde', openedDaysAgo: 10, days: 31, minimumReviews: 2 });
  await review(world, open, current, 4);
}

async function round(
  world: DemoWorld,
  plans: readonly SubmittedPlan[],
  order: { title: string; openedDaysAgo: number; days: number; minimumReviews: number },
): Promise<string> {
  const context = await world.as('voorzitter', order.openedDaysAgo);
  const opensOn = dayInAmsterdam(context.now);
  const criteria = await world.database.criteriaVersion.findFirstOrThrow({
    where: { criteriaSet: { bodyId: world.bodyId } },
  });
  const { roundId } = expectAccepted(
    await openRound(
      {
        bodyId: world.bodyId,
        title: `${order.title} ${opensOn.slice(0, 4)}`,
        criteriaVersionId: criteria.id,
        opensOn,
        closesOn: addDays(opensOn, order.days),
        minimumReviews: order.minimumReviews,
        fundId: world.fundId,
        initiativeIds: plans.map(({ initiativeId }) => initiativeId),
        reviewerIds: reviewers.map(world.personId),
        formKey: newId(),
      },
      context,
    ),
  );
  return roundId;
}

/** Hands in the reviews that the plans give scores for. */
async function review(
  world: DemoWorld,
  plans: readonly SubmittedPlan[],
  roundId: string,
  daysAgo: number,
): Promise<void> {
  const { criteriaVersion } = await world.database.round.findUniqueOrThrow({
    where: { id: roundId },
    select: { criteriaVersion: { select: { criteria: { orderBy: { position: 'asc' }, select: { slug: true } } } } },
  });
  for (const { plan, initiativeId } of plans) {
    for (const [account, points] of Object.entries(plan.scores ?? {})) {
      const context = await world.as(account, daysAgo);
      const { id: assignmentId } = await world.database.reviewAssignment.findFirstOrThrow({
        where: { personId: world.personId(account), roundEntry: { roundId, initiativeId } },
      });
      expectAccepted(await declareInterest({ assignmentId, kind: 'none', note: '' }, context));
      const form = new FormData();
      for (const [index, { slug }] of criteriaVersion.criteria.entries()) {
        const given = points[index] ?? null;
        form.set(sheetField(slug, 'choice'), given === null ? 'abstain' : String(given));
        form.set(sheetField(slug, 'reason'), given === null ? reasonToAbstain : (reasonsByPoints[given] ?? ''));
      }
      expectAccepted(await handInReview({ assignmentId, revision: 1, form }, context));
    }
  }
}

import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { agreeToBeNamed } from '#app/modules/gatherings/commands/agree-to-be-named.server.ts';
import { answerPromise, askPromises } from '#app/modules/gatherings/commands/answer-promise.server.ts';
import { saveWorkshop } from '#app/modules/gatherings/commands/change-workshops.server.ts';
import { makePromise } from '#app/modules/gatherings/commands/make-promise.server.ts';
import { answerItem, putForward } from '#app/modules/gatherings/commands/put-forward.server.ts';
import { takeWorkshopPlace } from '#app/modules/gatherings/commands/take-workshop-place.server.ts';
import { writeQuestion } from '#app/modules/gatherings/commands/write-question.server.ts';
import { publishReport, saveReport } from '#app/modules/gatherings/commands/write-report.server.ts';
import { reportDesk } from '#app/modules/gatherings/queries/report.query.server.ts';
import { visitor } from '#app/modules/people/actor.ts';
import { makeMatch } from '#app/modules/portfolios/commands/make-match.server.ts';
import { demoIntro, demoItems, demoNamed, demoPromises, demoQuestions, demoWorkshops } from '#prisma/demo/outcomes.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

/** Who organises in the demo, and who answers for the opgaveteam. */
const [organiser, chair] = ['redacteur', 'voorzitter'];

export type DemoEvening = {
  gatheringId: string;
  /** Registrations of who came, in order. */
  came: readonly string[];
  startsAt: Instant;
};

const daysAfter = (from: Instant, days: number) => addMinutes(from, days * 24 * 60);

/** What was written on the evening itself: design questions, promises, and whose name may be in the report. @returns ids of both */
export async function loadDemoEvening(
  { database }: DemoWorld,
  { gatheringId, came, startsAt }: DemoEvening,
): Promise<{ questions: string[]; promises: string[] }> {
  const late = { database, now: addMinutes(startsAt, 110), actor: visitor(true) };
  const at = (index: number) => came[index] ?? '';
  const [questions, promises]: [string[], string[]] = [[], []];
  for (const [index, text] of demoQuestions.entries()) {
    const order = { gatheringId, id: newId(), registrationId: at(index), text, tableId: null, clusterId: null };
    expectAccepted(await writeQuestion(order, late));
    questions.push(order.id);
  }
  for (const { came: who, what, days, isNamed = false } of demoPromises) {
    const dueOn = addDays(dayInAmsterdam(startsAt), days);
    const content = { promiser: '', what, dueOn, portfolioId: null, isNamed };
    const id = newId();
    expectAccepted(await makePromise({ gatheringId, id, registrationId: at(who), content }, late));
    promises.push(id);
  }
  for (const { came: who, shownAs } of demoNamed)
    expectAccepted(await agreeToBeNamed({ gatheringId, registrationId: at(who), shownAs }, late));
  return { questions, promises };
}

/** What came of it: matches, a report, one answered and one open item, answers to promises. */
export async function loadDemoOutcomes(
  world: DemoWorld,
  { gatheringId, came, startsAt }: DemoEvening,
  { questions, promises }: { questions: readonly string[]; promises: readonly string[] },
): Promise<void> {
  const { database } = world;
  await matchesOf(world, gatheringId, startsAt);
  const editor = { ...(await world.as(organiser, 175)), now: daysAfter(startsAt, 7) };
  expectAccepted(await saveReport({ gatheringId, revision: 0, intro: demoIntro, leftOut: [] }, editor));
  const { slug } = await database.gathering.findUniqueOrThrow({ where: { id: gatheringId } });
  const desk = await reportDesk(database, editor.actor, slug);
  if (desk === null) throw new Error('the demo has nobody who runs its gathering');
  expectAccepted(await publishReport({ gatheringId, revision: desk.revision, names: desk.names }, editor));
  const put = async ({ title, request, questions: chosen }: (typeof demoItems)['answered' | 'open']) => {
    const id = newId();
    const questionIds = chosen.map((index) => questions[index] ?? '');
    const order = { gatheringId, id, bodyId: world.bodyId, title, request, questionIds };
    expectAccepted(await putForward(order, editor));
    return id;
  };
  const answered = await put(demoItems.answered);
  await put(demoItems.open);
  const { answer, text } = demoItems.answered;
  const who = { ...(await world.as(chair, 150)), now: daysAfter(startsAt, 32) };
  expectAccepted(await answerItem({ id: answered, revision: 1, answer, text }, who));
  await askPromises({ database, now: world.now });
  for (const [index, { came: promiser, answer: said, days }] of demoPromises.entries()) {
    if (said === undefined) continue;
    const order = { gatheringId, registrationId: came[promiser] ?? '', id: promises[index] ?? '', revision: 1 };
    const then = { database, now: daysAfter(startsAt, days + 1), actor: visitor(true) };
    expectAccepted(await answerPromise({ ...order, answer: said, text: '' }, then));
  }
}

/** How many matches the evening made, and of how many was told what became of them. */
const [matches, told] = [10, 5];

/** Nobody of the demo keeps most of these organisations, so that they found each other is written without the rounds. */
async function matchesOf({ database }: DemoWorld, gatheringId: string, startsAt: Instant): Promise<void> {
  const portfolios = await database.portfolio.findMany({
    where: { kind: 'organisation', state: 'open' },
    orderBy: { slug: 'asc' },
    take: matches + 1,
    select: { id: true },
  });
  for (const [index, { id: otherId }] of portfolios.slice(1).entries())
    await database.$transaction(async (tx) => {
      const oneId = portfolios[index]?.id ?? '';
      const now = addMinutes(startsAt, 90 + index);
      const { matchId } = await makeMatch(tx, { oneId, otherId, origin: 'gathering' }, now);
      await tx.gatheringMatch.create({ data: { gatheringId, matchId } });
      if (index >= told) return;
      const answeredAt = daysAfter(startsAt, 181);
      const outcome = { askedAt: daysAfter(startsAt, 180), outcome: 'together', answeredAt };
      await tx.portfolioMatch.update({ where: { id: matchId }, data: outcome });
    });
}

/** Workshops of the gathering that comes, with some places taken. @param comes registrations with a place */
export async function loadDemoWorkshops(
  world: DemoWorld,
  { gatheringId, comes }: { gatheringId: string; comes: readonly string[] },
): Promise<void> {
  const editor = await world.as(organiser, 9);
  for (const [index, content] of demoWorkshops.entries()) {
    const workshopId = newId();
    expectAccepted(await saveWorkshop({ gatheringId, id: workshopId, revision: 0, content }, editor));
    // the second is full; the others have room
    const taken = index === 1 ? content.capacity : 2;
    const start = index === 1 ? 2 : 0;
    for (const registrationId of comes.slice(start, start + taken))
      expectAccepted(await takeWorkshopPlace({ gatheringId, registrationId, workshopId }, editor));
  }
}

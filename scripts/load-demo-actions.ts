import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { judgeAnswer, sayWhatBecame } from '#app/modules/actions/commands/answer-undertaking.server.ts';
import { makeAction } from '#app/modules/actions/commands/make-action.server.ts';
import {
  dropAction,
  finishAction,
  handOverAction,
  reportProgress,
} from '#app/modules/actions/commands/move-action.server.ts';
import { writeUndertaking } from '#app/modules/actions/commands/write-undertaking.server.ts';
import { demoActions, demoUndertakings } from '#prisma/demo/actions.ts';
import { demoBody, expectAccepted, type DemoWorld } from './demo-world.ts';

const moves = { progress: reportProgress, done: finishAction, dropped: dropAction };

/** The lists of actions and of what was promised, with what became of some of them. */
export async function loadDemoActions(world: DemoWorld): Promise<void> {
  const bodies = new Map((await world.database.body.findMany()).map(({ slug, id }) => [slug, id]));
  const decision = await world.database.decision.findFirst({
    where: { bodyId: world.bodyId, origin: 'product', number: { not: null }, initiativeId: { not: null } },
    orderBy: { confirmedAt: 'desc' },
    select: { number: true },
  });
  const decisionNumber = decision?.number ?? '';
  for (const one of demoActions) await makeDemoAction(world, bodies, decisionNumber, one);
  for (const one of demoUndertakings) await makeDemoUndertaking(world, bodies, decisionNumber, one);
}

type Bodies = ReadonlyMap<string, string>;

function bodyOf(bodies: Bodies, slug: string): string {
  const id = bodies.get(slug);
  if (id === undefined) throw new Error(`the demo has no body ${slug}`);
  return id;
}

async function makeDemoAction(
  world: DemoWorld,
  bodies: Bodies,
  decisionNumber: string,
  action: (typeof demoActions)[number],
): Promise<void> {
  const { body, title, explanation, organisation, owner, account, due, madeDaysAgo, said = [], handTo } = action;
  const { database, now } = world;
  const today = dayInAmsterdam(now);
  const id = newId();
  const keeper = body === demoBody ? 'voorzitter' : 'redacteur';
  const organisationId =
    organisation === undefined
      ? null
      : (await database.organisation.findUniqueOrThrow({ where: { slug: organisation } })).id;
  expectAccepted(
    await makeAction(
      {
        ...{ id, bodyId: bodyOf(bodies, body), decisionNumber: action.ofDecision === true ? decisionNumber : '' },
        content: {
          ...{ title, explanation },
          owner: { personId: account === undefined ? null : world.personId(account), organisationId, words: owner },
          due: due.kind === 'ongoing' ? { kind: 'ongoing' } : { kind: due.kind, on: addDays(today, due.inDays) },
        },
      },
      await world.as(keeper, madeDaysAgo),
    ),
  );
  let revision = 1;
  for (const { daysAgo, move, text } of said) {
    expectAccepted(await moves[move]({ id, revision, text }, await world.as(keeper, daysAgo)));
    revision += 1;
  }
  if (handTo === undefined) return;
  const text = 'Dit team gaat over onderzoek en leren.';
  const order = { id, revision, text, bodyId: bodyOf(bodies, handTo), newId: newId() };
  expectAccepted(await handOverAction(order, await world.as(keeper, madeDaysAgo - 10)));
}

async function makeDemoUndertaking(
  world: DemoWorld,
  bodies: Bodies,
  decisionNumber: string,
  { body, toWhom, saidBy, what, saidAt, saidDaysAgo, dueInDays, answer, isWaiting }: (typeof demoUndertakings)[number],
): Promise<void> {
  const today = dayInAmsterdam(world.now);
  const id = newId();
  const content = {
    ...{ toWhom, saidBy, what, saidAt, saidLink: '' },
    saidOn: addDays(today, -saidDaysAgo),
    dueOn: dueInDays === null ? null : addDays(today, dueInDays),
  };
  const order = { id, bodyId: bodyOf(bodies, body), content };
  expectAccepted(await writeUndertaking(order, await world.as('redacteur', saidDaysAgo - 2)));
  if (answer === undefined) return;
  const said = {
    ...{ undertakingId: id, id: newId(), answer: answer.answer, text: answer.text, file: null },
    proofLink: answer.link ?? '',
    decisionNumber: answer.ofDecision === true ? decisionNumber : '',
  };
  expectAccepted(await sayWhatBecame(said, await world.as('redacteur', answer.daysAgo)));
  if (isWaiting === true) return;
  const other = body === demoBody ? 'voorzitter' : 'programmabureau';
  expectAccepted(await judgeAnswer({ id: said.id, refusedReason: '' }, await world.as(other, answer.daysAgo - 1)));
}

import { addDays, addMonths, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { askQuestion, type AskQuestion } from '#app/modules/integrity/commands/ask-question.server.ts';
import { moveQuestions } from '#app/modules/integrity/commands/follow-question.server.ts';
import {
  answerQuestion,
  releaseOutcome,
  writeOutcome,
} from '#app/modules/integrity/commands/handle-question.server.ts';
import { declareStanding } from '#app/modules/integrity/commands/declare-standing.server.ts';
import { stateInterests } from '#app/modules/integrity/commands/state-interests.server.ts';
import { demoInterests, demoQuestions } from '#prisma/demo/integrity.ts';
import { visitor } from '#app/modules/people/actor.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

/**
 * Interests of the people of the demo, who said that this is all or not yet, and questions about integrity: one that was closed
 * with an outcome that everybody reads, one that waits for the chair and one that went up. What is declared comes after the rounds
 * and decisions, so that none of those changes by it.
 */
export async function loadDemoIntegrity(world: DemoWorld, secret: string): Promise<void> {
  const today = dayInAmsterdam(world.now);
  for (const { account, lines, statedDaysAgo } of demoInterests) {
    for (const { organisation, since, euros, ...line } of lines) {
      const known = organisation === undefined ? null : await idOf(world, organisation);
      expectAccepted(
        await declareStanding(
          {
            ...{ formKey: newId(), organisationId: known, organisationName: '', isPaid: false, gift: '' },
            ...{
              value: euros === undefined ? null : cents(euros * 100),
              isKept: false,
              note: '',
              endsOn: null,
              beginsOn: addMonths(today, -since),
            },
            ...line,
          },
          await world.as(account, 0),
        ),
      );
    }
    if (statedDaysAgo === null) continue;
    const statement = { formKey: newId(), isNothing: lines.length === 0 };
    expectAccepted(await stateInterests(statement, await world.as(account, statedDaysAgo)));
  }
  await loadQuestions(world, { keys: world.bankKeys, secret });
}

async function idOf({ database }: DemoWorld, slug: string): Promise<string> {
  return (await database.organisation.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id;
}

type Sealing = Parameters<typeof askQuestion>[2];

async function loadQuestions(world: DemoWorld, sealing: Sealing): Promise<void> {
  const { database, now } = world;
  for (const { daysAgo, kind, about, text, answer, outcome, isAboutProgramme } of demoQuestions) {
    const then = addMinutes(now, -daysAgo * 24 * 60);
    const asked: AskQuestion = {
      ...{ formKey: newId(), kind, about, text, email: '', withAccount: false, locale: 'nl' },
      bodyId: isAboutProgramme ? '' : world.bodyId,
    };
    expectAccepted(await askQuestion(asked, { actor: visitor(true), now: then, database }, sealing));
    if (answer === undefined) continue;
    const { id, revision } = await database.integrityQuestion.findFirstOrThrow({ orderBy: { number: 'desc' } });
    const answered = { id, revision, text: answer.text };
    expectAccepted(await answerQuestion(answered, await world.as(answer.by, daysAgo - answer.afterDays), sealing));
    if (outcome === undefined) continue;
    const closing = addMinutes(then, (answer.afterDays + 16) * 24 * 60);
    await moveQuestions({ database, now: closing });
    const closed = await database.integrityQuestion.findUniqueOrThrow({ where: { id } });
    const written = { id, revision: closed.revision, text: outcome };
    expectAccepted(await writeOutcome(written, await world.as(answer.by, daysAgo - answer.afterDays - 17)));
    const seen = { id, revision: closed.revision + 1 };
    expectAccepted(await releaseOutcome(seen, await world.as('redacteur', daysAgo - answer.afterDays - 18)));
  }
  // what waited too long went up by itself
  for (let day = 60; day >= 0; day -= 1)
    await moveQuestions({ database, now: new Date(`${addDays(dayInAmsterdam(now), -day)}T04:00:00Z`) });
}

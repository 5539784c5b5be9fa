import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { DecisionFacts, StepFacts } from './step-mail.ts';

/** A step with everything its mails need, for the worker only: it names persons by id. */
export type StepToMail = {
  facts: StepFacts;
  /** Where the plan stands now. */
  stage: Stage;
  bodyId: string | null;
  /** Name of the body that has the plan now. */
  atBody: string | null;
  /** The body whose question was answered; null at any other step. */
  askedBy: string | null;
  submitterId: string | null;
  actorId: string | null;
};

/** @returns null for a step that is none of the product's: carried over from a paper, or without an address */
export async function stepToMail(database: Database, eventId: string): Promise<StepToMail | null> {
  const event = await database.initiativeEvent.findUnique({
    where: { id: eventId },
    include: { body: { select: { name: true } }, initiative: { include: { body: { select: { name: true } } } } },
  });
  if (event === null || event.kind === 'from-paper' || event.initiative.slug === null) return null;
  const { initiative } = event;
  const [last, decision, question] = await Promise.all([
    database.initiativeEvent.findFirst({
      where: { initiativeId: initiative.id },
      orderBy: { sequence: 'desc' },
      select: { id: true },
    }),
    event.kind === 'decided' ? decisionOf(database, initiative.id, text(event.detail, 'number')) : null,
    event.kind === 'question-answered' ? questionBefore(database, initiative.id, event.sequence) : null,
  ]);
  const exceptions = event.kind === 'accepted' ? await exceptionsOf(database, event.id) : [];
  const fund = text(event.detail, 'fund');
  return {
    facts: {
      kind: event.kind as StepFacts['kind'],
      initiativeId: initiative.id,
      slug: initiative.slug ?? '',
      title: initiative.title,
      bodyName: event.body?.name ?? null,
      reason: event.reason,
      toBody: text(event.detail, 'toBody') ?? (decision?.outcome === 'refer' ? (initiative.body?.name ?? null) : null),
      outsideFund: fund === null ? null : { name: fund, link: text(event.detail, 'link') },
      decision,
      exceptions,
      // a term that later steps replaced would mislead
      dueOn: last?.id !== event.id || initiative.dueOn === null ? null : fromDateColumn(initiative.dueOn),
    },
    stage: initiative.stage as Stage,
    bodyId: initiative.bodyId,
    atBody: initiative.body?.name ?? null,
    askedBy: question?.bodyId ?? null,
    submitterId: initiative.submitterId,
    actorId: event.actorId,
  };
}

async function exceptionsOf(database: Database, eventId: string): Promise<StepFacts['exceptions']> {
  const checks = await database.eligibilityCheck.findMany({
    where: { eventId, met: false },
    orderBy: { rule: { position: 'asc' } },
    select: { note: true, rule: { select: { text: true, textEn: true } } },
  });
  return checks.map(({ note, rule }) => ({ rule: { nl: rule.text, en: rule.textEn }, note }));
}

async function questionBefore(database: Database, initiativeId: string, sequence: bigint) {
  return database.initiativeEvent.findFirst({
    where: { initiativeId, kind: 'question-asked', sequence: { lt: sequence } },
    orderBy: { sequence: 'desc' },
    select: { bodyId: true },
  });
}

async function decisionOf(
  database: Database,
  initiativeId: string,
  number: string | null,
): Promise<DecisionFacts | null> {
  const decision = await database.decision.findFirst({
    where: { initiativeId, state: 'confirmed', ...(number === null ? {} : { number }) },
    orderBy: { confirmedAt: 'desc' },
    select: { number: true, outcome: true, amountCents: true, conditions: true },
  });
  if (decision?.number == null) return null;
  return {
    number: decision.number,
    outcome: decision.outcome as DecisionFacts['outcome'],
    amount: decision.amountCents === null ? null : cents(decision.amountCents),
    conditions: decision.conditions,
  };
}

/** A text of the step's facts; they are JSON, so anything may be in it. */
function text(detail: unknown, key: string): string | null {
  const value = typeof detail === 'object' && detail !== null ? (detail as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' ? value : null;
}

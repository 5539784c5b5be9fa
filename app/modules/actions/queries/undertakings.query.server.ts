import { dayInAmsterdam, fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { oneOf } from '../action.ts';
import { keepsActionsOf, readsActionsOf } from '../policy.ts';
import { answerStates, audiences, undertakingAnswers, undertakingStates } from '../undertaking.ts';
import type { UndertakingFilter } from '../undertaking-filter.ts';
import type { AnswerView, UndertakingLine, UndertakingPage, UndertakingWork } from '../undertaking-views.ts';
import { readNumber } from './public-actions.query.server.ts';

const lineColumns = {
  ...{ number: true, saidBy: true, toWhom: true, what: true, saidOn: true, saidAt: true, saidLink: true, dueOn: true },
  state: true,
  body: { select: { slug: true, name: true } },
} as const;

type LineRow = {
  number: number;
  saidBy: string;
  toWhom: string;
  what: string;
  saidOn: Date;
  saidAt: string;
  saidLink: string;
  dueOn: Date | null;
  state: string;
  body: { slug: string; name: string };
};

function lineOf(row: LineRow, today: CalendarDate): UndertakingLine {
  const { number, saidBy, what, saidAt, saidLink, body } = row;
  const dueOn = row.dueOn === null ? null : fromDateColumn(row.dueOn);
  const state = oneOf(undertakingStates, row.state, 'open');
  return {
    ...{ number, saidBy, what, saidAt, saidLink, body, dueOn, state },
    toWhom: oneOf(audiences, row.toWhom, 'residents'),
    saidOn: fromDateColumn(row.saidOn),
    isLate: state === 'open' && dueOn !== null && dueOn < today,
  };
}

export type UndertakingList = {
  lines: UndertakingLine[];
  /** Of all, whatever the filter. */
  counts: { total: number; open: number; late: number; kept: number; partly: number; not: number };
  bodies: { value: string; label: string }[];
};

/** Everything that was promised to the council, the district committee or residents: late ones first. */
export async function undertakings(
  database: Database,
  filter: UndertakingFilter,
  now: Instant,
): Promise<UndertakingList> {
  const today = dayInAmsterdam(now);
  const rows = await database.undertaking.findMany({
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
    take: 1000,
    select: lineColumns,
  });
  const all = rows.map((row) => lineOf(row, today));
  const count = (fits: (line: UndertakingLine) => boolean) => all.filter(fits).length;
  const chosen = all.filter(
    ({ body, toWhom, state, isLate }) =>
      (filter.body === '' || body.slug === filter.body) &&
      (filter.toWhom === '' || toWhom === filter.toWhom) &&
      (filter.state === '' || (filter.state === 'late' ? isLate : state === filter.state)),
  );
  const bodies = new Map(all.map(({ body }) => [body.slug, body.name]));
  return {
    lines: [...chosen.filter(({ state }) => state === 'open'), ...chosen.filter(({ state }) => state !== 'open')],
    counts: {
      total: all.length,
      open: count(({ state }) => state === 'open'),
      late: count(({ isLate }) => isLate),
      kept: count(({ state }) => state === 'kept'),
      partly: count(({ state }) => state === 'partly'),
      not: count(({ state }) => state === 'not'),
    },
    bodies: [...bodies].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label)),
  };
}

const answerColumns = {
  ...{ id: true, answer: true, text: true, proofLink: true, state: true, proposedAt: true, answeredAt: true },
  ...{ proposedById: true, refusedReason: true },
  proofDecision: { select: { number: true, title: true } },
  proofFile: { select: { fileName: true } },
} as const;

const pageColumns = {
  ...lineColumns,
  ...{ id: true, bodyId: true, revision: true, writtenAt: true },
  answers: { orderBy: { proposedAt: 'asc' }, select: answerColumns },
  wordings: { orderBy: { revision: 'asc' }, select: { what: true, dueOn: true, replacedAt: true } },
} as const;

type AnswerRow = {
  id: string;
  answer: string;
  text: string;
  proofLink: string;
  state: string;
  proposedAt: Date;
  answeredAt: Date | null;
  proofDecision: { number: string | null; title: string } | null;
  proofFile: { fileName: string } | null;
};

function answerOf({ id, text, proofLink, proposedAt, answeredAt, ...row }: AnswerRow): AnswerView {
  const { proofDecision: decision, proofFile } = row;
  return {
    ...{ id, text, proofLink, proposedAt, answeredAt },
    answer: oneOf(undertakingAnswers, row.answer, 'not'),
    state: oneOf(answerStates, row.state, 'waiting'),
    decision: decision?.number == null ? null : { number: decision.number, title: decision.title },
    fileName: proofFile?.fileName ?? null,
  };
}

type PageRow = LineRow & {
  writtenAt: Date;
  answers: AnswerRow[];
  wordings: { what: string; dueOn: Date | null; replacedAt: Date }[];
};

function pageOf(row: PageRow, now: Instant): UndertakingPage {
  return {
    ...lineOf(row, dayInAmsterdam(now)),
    writtenAt: row.writtenAt,
    answers: row.answers.filter(({ state }) => state === 'confirmed').map(answerOf),
    wordings: row.wordings.map(({ what, dueOn, replacedAt }) => ({
      ...{ what, replacedAt },
      dueOn: dueOn === null ? null : fromDateColumn(dueOn),
    })),
  };
}

/** One undertaking for everybody: what two people confirmed, not what waits. */
export async function publicUndertaking(
  database: Database,
  number: string,
  now: Instant,
): Promise<UndertakingPage | null> {
  const known = readNumber(number);
  const row =
    known === null ? null : await database.undertaking.findUnique({ where: { number: known }, select: pageColumns });
  return row === null ? null : pageOf(row, now);
}

/** The proof of a confirmed answer, or of one that waits for who may read the work of its body. */
export async function proofFile(database: Database, actor: Actor, answerId: string) {
  if (!isId(answerId)) return null;
  const row = await database.undertakingProof.findUnique({
    where: { answerId },
    include: { answer: { select: { state: true, undertaking: { select: { bodyId: true } } } } },
  });
  if (row === null) return null;
  const isPublic = row.answer.state === 'confirmed';
  if (!isPublic && !readsActionsOf(actor, row.answer.undertaking.bodyId)) return null;
  const { kind, fileName, contentType, sha256, bytes } = row;
  return {
    ...{ fileName, contentType, sha256, isPublic, bytes: new Uint8Array(bytes) },
    kind: kind === 'image' ? ('image' as const) : ('pdf' as const),
  };
}

/** What was promised for the bodies whose work the actor may read; what waits for somebody to confirm it first. */
export async function undertakingWork(database: Database, actor: Actor, now: Instant) {
  const rows = await database.undertaking.findMany({
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
    take: 1000,
    select: { ...lineColumns, id: true, bodyId: true, answers: { where: { state: 'waiting' }, select: { id: true } } },
  });
  const lines = rows
    .filter(({ bodyId }) => readsActionsOf(actor, bodyId))
    .map((row) => ({ ...lineOf(row, dayInAmsterdam(now)), id: row.id, isWaiting: row.answers.length > 0 }));
  return {
    waiting: lines.filter(({ isWaiting }) => isWaiting),
    open: lines.filter(({ isWaiting, state }) => !isWaiting && state === 'open'),
    closed: lines.filter(({ isWaiting, state }) => !isWaiting && state !== 'open'),
  };
}

/** One for who works on it; null for anybody else. */
export async function oneUndertakingOfWork(
  database: Database,
  actor: Actor,
  id: string,
  now: Instant,
): Promise<UndertakingWork | null> {
  if (!isId(id) || !isSignedIn(actor)) return null;
  const row = await database.undertaking.findUnique({ where: { id }, select: pageColumns });
  if (row === null || !readsActionsOf(actor, row.bodyId)) return null;
  const waiting = row.answers.find(({ state }) => state === 'waiting');
  return {
    ...pageOf(row, now),
    id: row.id,
    revision: row.revision,
    mayKeep: keepsActionsOf(actor, row.bodyId).ok,
    waiting: waiting === undefined ? null : answerOf(waiting),
    isOwnAnswer: waiting?.proposedById === actor.person.id,
    refused: row.answers
      .filter(({ state }) => state === 'refused')
      .map((answer) => ({ ...answerOf(answer), refusedReason: answer.refusedReason })),
    mayChange: row.answers.every(({ state }) => state === 'refused'),
  };
}

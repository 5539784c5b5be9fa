import type { Instant } from '#app/kernel/instant.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Database } from '#app/platform/database.server.ts';
import { answersFor, readsItemsOf } from '../agenda-policy.ts';
import { itemAnswer, itemState } from '../outcome.ts';
import type { AgendaItemView } from '../outcome-views.ts';

const columns = {
  id: true,
  title: true,
  request: true,
  bodyId: true,
  state: true,
  putForwardAt: true,
  putForwardById: true,
  answer: true,
  answerText: true,
  answeredAt: true,
  revision: true,
  body: { select: { slug: true, name: true } },
  gathering: {
    select: {
      ...{ slug: true, title: true, id: true, endsAt: true },
      report: { select: { omissions: { where: { kind: 'question' }, select: { subjectId: true } } } },
    },
  },
  questions: {
    select: { question: { select: { id: true, text: true, state: true } } },
    orderBy: { questionId: 'asc' },
  },
} as const;

type Row = {
  id: string;
  title: string;
  request: string;
  bodyId: string;
  state: string;
  putForwardAt: Date;
  putForwardById: string | null;
  answer: string | null;
  answerText: string;
  answeredAt: Date | null;
  revision: number;
  body: { slug: string; name: string };
  gathering: {
    slug: string;
    title: string;
    id: string;
    endsAt: Date;
    report: { omissions: { subjectId: string }[] } | null;
  };
  questions: { question: { id: string; text: string; state: string } }[];
};

/** As everybody reads it: what the organiser leaves out of the report stands nowhere else either. */
function publicViewOf(row: Row): AgendaItemView {
  const leftOut = new Set(row.gathering.report?.omissions.map(({ subjectId }) => subjectId));
  return viewOf({ ...row, questions: row.questions.filter(({ question }) => !leftOut.has(question.id)) });
}

/** As who runs the gathering or answers for the body reads it: all that was asked. */
function viewOf({ id, title, request, body, putForwardAt, answerText, answeredAt, ...row }: Row): AgendaItemView {
  return {
    ...{ id, title, request, body, putForwardAt, answerText, answeredAt },
    state: itemState(row.state),
    answer: itemAnswer(row.answer),
    questions: row.questions.filter(({ question }) => question.state === 'shown').map(({ question }) => question.text),
  };
}

/** What was put forward from a gathering, for everybody: not what was taken back. */
export async function agendaItemsOf(
  database: Database,
  { gatheringId }: { gatheringId: string },
): Promise<AgendaItemView[]> {
  const rows = await database.gatheringAgendaItem.findMany({
    where: { gatheringId, state: { not: 'withdrawn' } },
    orderBy: [{ putForwardAt: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map(publicViewOf);
}

/** As `agendaItemsOf`, also what was taken back, for who runs the gathering; the caller asks who that is. */
export async function agendaItemsOfDesk(database: Database, gatheringId: string) {
  const rows = await database.gatheringAgendaItem.findMany({
    where: { gatheringId },
    orderBy: [{ putForwardAt: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map((row) => ({ ...viewOf(row), revision: row.revision }));
}

/** What a body was asked, with the gathering, for the body's public page: once the report is out. */
export async function agendaItemsForBody(database: Database, bodySlug: string) {
  const rows = await database.gatheringAgendaItem.findMany({
    where: {
      body: { slug: bodySlug },
      state: { not: 'withdrawn' },
      gathering: { report: { publishedAt: { not: null } } },
    },
    orderBy: [{ putForwardAt: 'desc' }, { id: 'asc' }],
    take: 20,
    select: columns,
  });
  return rows.map((row) => ({
    ...publicViewOf(row),
    gathering: { slug: row.gathering.slug, title: row.gathering.title },
  }));
}

/** An item on the list of who answers for a body. */
export type ItemWork = AgendaItemView & {
  revision: number;
  gathering: { slug: string; title: string };
  /** Why the actor does not answer it; null: they can. */
  whyNot: 'role' | 'own' | null;
};

/** What was put forward to the bodies whose work the actor may read: what waits first. */
export async function itemWork(database: Database, actor: Actor): Promise<ItemWork[]> {
  const asked = await database.gatheringAgendaItem.findMany({ distinct: ['bodyId'], select: { bodyId: true } });
  const bodyIds = asked.map(({ bodyId }) => bodyId).filter((bodyId) => readsItemsOf(actor, bodyId));
  const rows = await database.gatheringAgendaItem.findMany({
    where: { state: { not: 'withdrawn' }, bodyId: { in: bodyIds } },
    orderBy: [{ state: 'desc' }, { putForwardAt: 'asc' }, { id: 'asc' }],
    take: 200,
    select: columns,
  });
  const mine = rows.map((row) => workOf(row, actor));
  return [...mine.filter(({ state }) => state === 'asked'), ...mine.filter(({ state }) => state !== 'asked')];
}

function workOf(row: Row, actor: Actor): ItemWork {
  const own = actor.person !== null && row.putForwardById === actor.person.id;
  return {
    ...viewOf(row),
    revision: row.revision,
    gathering: { slug: row.gathering.slug, title: row.gathering.title },
    whyNot: own ? 'own' : answersFor(actor, row.bodyId).ok ? null : 'role',
  };
}

/** How far an answer reaches, and until when: addresses of who has no account are erased. */
export type AnswerReach = { count: number; withoutAccount: number; until: Instant | null };

/** One item for who answers; null when there is none or the actor may not read it. */
export async function oneItemOfWork(
  database: Database,
  actor: Actor,
  id: string,
): Promise<(ItemWork & { reach: AnswerReach }) | null> {
  if (!isId(id)) return null;
  const row = await database.gatheringAgendaItem.findUnique({ where: { id }, select: columns });
  if (row === null || row.state === 'withdrawn' || !readsItemsOf(actor, row.bodyId)) return null;
  const [reach] = await database.$queryRaw<AnswerReach[]>`
    select count(*)::int as count, count(*) filter (where person_id is null)::int as "withoutAccount",
        min(gathering_registration_until(r.person_id, g.ends_at)) filter (where person_id is null) as until
      from gathering_registration r join gathering g on g.id = r.gathering_id
      where g.id = ${row.gathering.id}::uuid and r.arrived_at is not null and r.erased_at is null and r.outcome_mails
        and (r.email <> '' or r.person_id is not null)`;
  return { ...workOf(row, actor), reach: reach ?? { count: 0, withoutAccount: 0, until: null } };
}

/** Bodies that something can be put forward to. */
export async function bodiesWithAgenda(database: Database): Promise<{ value: string; label: string }[]> {
  const rows = await database.body.findMany({
    where: { kind: { in: ['opgaveteam', 'alliantiebestuur'] } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
  return rows.map(({ id, name }) => ({ value: id, label: name }));
}

/** Answers to what was asked at gatherings where somebody was, the last one first. */
export async function answersForPerson(database: Database, personId: string) {
  const rows = await database.gatheringAgendaItem.findMany({
    where: {
      state: 'answered',
      gathering: { registrations: { some: { personId, arrivedAt: { not: null } } } },
    },
    orderBy: [{ answeredAt: 'desc' }, { id: 'asc' }],
    take: 5,
    select: columns,
  });
  return rows.map((row) => ({
    ...publicViewOf(row),
    gathering: { slug: row.gathering.slug, title: row.gathering.title },
  }));
}

import { fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { lateness, type Lateness } from '../lateness.ts';
import { loketScope } from '../policy.ts';
import { ordinaryStages, workStages, type WorkFilter, type WorkStage } from '../work-filter.ts';

/** An initiative in the list of the loket. */
export type WorkItem = {
  id: string;
  title: string;
  stage: WorkStage;
  bodyName: string | null;
  /** Null: a resident for themselves. */
  organisation: string | null;
  requested: Cents;
  version: number;
  submittedAt: Instant | null;
  dueOn: CalendarDate | null;
  term: Lateness;
};

export type WorkListView = {
  items: WorkItem[];
  total: number;
  pageCount: number;
  /** Over all that the actor may see, whatever the filter. */
  counts: Record<WorkStage, number> & { late: number };
  bodies: { slug: string; name: string }[];
};

const pageSize = 25;

/** What waits at the loket, the oldest term first. Only of the bodies that the actor works for. */
export async function workList(
  database: Database,
  actor: Actor,
  filter: WorkFilter,
  today: CalendarDate,
): Promise<WorkListView> {
  const scope = loketScope(actor);
  const mine = scope === 'all' ? {} : { bodyId: { in: [...scope] } };
  const isLate = { stage: { in: [...ordinaryStages] }, dueOn: { lt: toDateColumn(today) } };
  const where = {
    AND: [
      mine,
      { stage: { in: filter.stage === '' ? [...ordinaryStages] : [filter.stage] } },
      filter.body === '' ? {} : { body: { slug: filter.body } },
      filter.lateOnly ? isLate : {},
      // carried over from papers: nobody submitted it here
      { currentVersion: { gt: 0 } },
    ],
  };
  const [total, perStage, late, bodies] = await Promise.all([
    database.initiative.count({ where }),
    database.initiative.groupBy({
      by: ['stage'],
      where: { ...mine, stage: { in: [...workStages] }, currentVersion: { gt: 0 } },
      _count: true,
    }),
    database.initiative.count({ where: { ...mine, ...isLate, currentVersion: { gt: 0 } } }),
    database.body.findMany({
      where: {
        ...(scope === 'all' ? {} : { id: { in: [...scope] } }),
        initiatives: { some: { stage: { in: [...workStages] }, currentVersion: { gt: 0 } } },
      },
      select: { slug: true, name: true },
      orderBy: { position: 'asc' },
    }),
  ]);
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const rows = await database.initiative.findMany({
    where,
    select: {
      id: true,
      title: true,
      stage: true,
      requestedCents: true,
      currentVersion: true,
      submittedAt: true,
      dueOn: true,
      body: { select: { name: true } },
      organisation: { select: { name: true } },
    },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { submittedAt: 'asc' }, { id: 'asc' }],
    take: pageSize,
    skip: (Math.min(filter.page, pageCount) - 1) * pageSize,
  });
  const count = (stage: WorkStage) => perStage.find((group) => group.stage === stage)?._count ?? 0;
  return {
    items: rows.map((row) => {
      const dueOn = row.dueOn === null ? null : fromDateColumn(row.dueOn);
      return {
        id: row.id,
        title: row.title,
        stage: row.stage as WorkStage,
        bodyName: row.body?.name ?? null,
        organisation: row.organisation?.name ?? null,
        requested: cents(row.requestedCents),
        version: row.currentVersion,
        submittedAt: row.submittedAt,
        dueOn,
        term: lateness(dueOn, today),
      };
    }),
    total,
    pageCount,
    counts: {
      submitted: count('submitted'),
      question: count('question'),
      accepted: count('accepted'),
      parked: count('parked'),
      late,
    },
    bodies,
  };
}

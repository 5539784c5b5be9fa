import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { programmeOffice } from '#app/modules/people/role.ts';
import { usableRoles } from '#app/modules/people/policy.ts';
import type { Database } from '#app/platform/database.server.ts';
import { roundPhase, type RoundPhase } from '../round.ts';
import { toRound } from '../round.store.server.ts';

export type ManagedRound = {
  id: string;
  slug: string;
  title: string;
  bodyName: string;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  phase: RoundPhase;
  initiativeCount: number;
  /** Reviews handed in, of those assigned. */
  handedIn: number;
  assigned: number;
};

/** Rounds whose progress the actor sees: of their own bodies as chair or programme manager, or all. Open ones first. */
export async function managedRounds(database: Database, actor: Actor, now: Instant): Promise<ManagedRound[]> {
  const bodyIds = bodiesSeen(actor);
  if (bodyIds !== 'all' && bodyIds.length === 0) return [];
  const today = dayInAmsterdam(now);
  const rows = await database.round.findMany({
    where: bodyIds === 'all' ? {} : { bodyId: { in: bodyIds } },
    include: {
      body: { select: { name: true } },
      _count: { select: { entries: { where: { leftAt: null } } } },
    },
    orderBy: [{ state: 'desc' }, { closesOn: 'desc' }],
  });
  const counts = await reviewCounts(
    database,
    rows.map(({ id }) => id),
    today,
  );
  return rows.map((row) => {
    const round = toRound(row);
    return {
      id: round.id,
      slug: round.slug,
      title: round.title,
      bodyName: row.body.name,
      opensOn: round.opensOn,
      closesOn: round.closesOn,
      phase: roundPhase(round, today),
      initiativeCount: row._count.entries,
      ...(counts.get(row.id) ?? { handedIn: 0, assigned: 0 }),
    };
  });
}

/** Reviews per round, without those of people whom an interest keeps out, or who are out of office without handing in. */
async function reviewCounts(
  database: Database,
  roundIds: readonly string[],
  today: CalendarDate,
): Promise<Map<string, { handedIn: number; assigned: number }>> {
  if (roundIds.length === 0) return new Map();
  const rows = await database.$queryRaw<{ round_id: string; handed_in: bigint; assigned: bigint }[]>`
    select e.round_id, count(*) as assigned, count(*) filter (where v.state = 'submitted') as handed_in
      from review_assignment a join round_entry e on e.id = a.round_entry_id join round d on d.id = e.round_id
        left join review v on v.assignment_id = a.id
      where e.round_id = any(${[...roundIds]}::uuid[]) and e.left_at is null and v.state is distinct from 'set-aside'
        and case when d.state = 'open' then interest_of(a.person_id, e.initiative_id) else a.recused_as end is null
        and (d.state = 'closed' or v.state = 'submitted' or may_review(a.person_id, d.body_id, ${today}::date))
      group by e.round_id`;
  return new Map(
    rows.map((row) => [row.round_id, { handedIn: Number(row.handed_in), assigned: Number(row.assigned) }]),
  );
}

/** Bodies for which the actor manages rounds; 'all' from the programme office, and for the controlegroep, which reads. */
function bodiesSeen(actor: Actor): 'all' | string[] {
  const roles = usableRoles(actor);
  if (roles.some(({ role }) => role === 'controlegroep')) return 'all';
  return bodiesManaged(actor);
}

/** Bodies for which the actor opens and closes rounds. */
export function bodiesManaged(actor: Actor): 'all' | string[] {
  const managing = usableRoles(actor).filter(({ role }) => role === 'chair' || role === 'programme_manager');
  if (managing.some(({ bodySlug }) => bodySlug === programmeOffice)) return 'all';
  return [...new Set(managing.map(({ bodyId }) => bodyId))];
}

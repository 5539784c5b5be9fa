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
      entries: {
        where: { leftAt: null },
        select: { assignments: { select: { review: { select: { state: true } } } } },
      },
    },
    orderBy: [{ state: 'desc' }, { closesOn: 'desc' }],
  });
  return rows.map((row) => {
    const round = toRound(row);
    const assignments = row.entries.flatMap((entry) => entry.assignments);
    return {
      id: round.id,
      slug: round.slug,
      title: round.title,
      bodyName: row.body.name,
      opensOn: round.opensOn,
      closesOn: round.closesOn,
      phase: roundPhase(round, today),
      initiativeCount: row.entries.length,
      handedIn: assignments.filter(({ review }) => review?.state === 'submitted').length,
      assigned: assignments.filter(({ review }) => review?.state !== 'set-aside').length,
    };
  });
}

/** Bodies for which the actor manages rounds; 'all' from the programme office, and for the controlegroep, which reads. */
export function bodiesSeen(actor: Actor): 'all' | string[] {
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

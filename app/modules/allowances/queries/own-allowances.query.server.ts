import { calendarDate, fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { addCents, cents, noMoney } from '#app/kernel/money.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { roomUnder } from '../allowance-rule.ts';
import type { ClaimKind, ClaimState } from '../claim.ts';
import type { Circumstances, OwnAllowances, OwnClaim, OwnMonth, PersonRoom } from '../volunteer-views.ts';

type RoomRow = {
  month_cents: number;
  year_cents: number;
  month: bigint;
  year: bigint;
  elsewhere: bigint;
  young: boolean;
};

/**
 * What the actor can still get in the month and year of a day, counted by the functions that judge a claim, so that the page
 * promises what the database will take.
 * @returns null when no rule holds on that day
 */
export async function ownRoom(database: Database, actor: SignedIn, day: CalendarDate): Promise<PersonRoom | null> {
  const me = actor.person.id;
  const [row] = await database.$queryRaw<RoomRow[]>`
    select r.month_cents, r.year_cents,
        allowance_between(${me}::uuid, date_trunc('month', ${day}::date)::date,
          (date_trunc('month', ${day}::date) + interval '1 month - 1 day')::date, array['claimed', 'approved']) as month,
        allowance_between(${me}::uuid, date_trunc('year', ${day}::date)::date,
          (date_trunc('year', ${day}::date) + interval '1 year - 1 day')::date, array['claimed', 'approved']) as year,
        other_allowance_in(${me}::uuid, extract(year from ${day}::date)::int) as elsewhere,
        is_under_21(${me}::uuid, ${day}::date) as young
      from allowance_rule_on(${day}::date) r`;
  if (row === undefined) return null;
  const most = { month: cents(row.month_cents), year: cents(row.year_cents) };
  const received = { month: cents(row.month), year: cents(row.year), elsewhere: cents(row.elsewhere) };
  return { day, most, received, room: roomUnder(most, received), isUnder21: row.young };
}

/** What the actor told about themselves for allowances. @param year in which other organisations pay */
export async function ownCircumstances(database: Database, actor: SignedIn, year: number): Promise<Circumstances> {
  const personId = actor.person.id;
  const [said, other] = await Promise.all([
    database.volunteer.findUnique({ where: { personId }, select: { turns21On: true } }),
    database.otherAllowance.findFirst({ where: { personId, year }, orderBy: { sequence: 'desc' } }),
  ]);
  return {
    turns21On: said?.turns21On == null ? null : fromDateColumn(said.turns21On),
    hasTold: said !== null,
    elsewhere: other === null ? noMoney : cents(other.amountCents),
  };
}

/** Everything of the actor's own allowances: room, circumstances, activities, and claims per month. */
export async function ownAllowances(database: Database, actor: SignedIn, today: CalendarDate): Promise<OwnAllowances> {
  const [room, circumstances, parts, claims] = await Promise.all([
    ownRoom(database, actor, today),
    ownCircumstances(database, actor, Number(today.slice(0, 4))),
    database.activityVolunteer.findMany({
      where: { personId: actor.person.id },
      orderBy: { signedUpAt: 'desc' },
      select: {
        leftAt: true,
        activity: { select: { slug: true, name: true, state: true, paysExpenses: true, hourCents: true } },
      },
    }),
    ownClaims(database, actor),
  ]);
  return {
    room,
    circumstances,
    activities: parts.map(({ leftAt, activity: { slug, name, state, paysExpenses, hourCents } }) => ({
      slug,
      name,
      isOpen: state === 'open',
      paysExpenses,
      paysHours: hourCents > 0,
      hasLeft: leftAt !== null,
    })),
    months: byMonth(claims),
  };
}

async function ownClaims(database: Database, actor: SignedIn): Promise<OwnClaim[]> {
  const me = actor.person.id;
  const rows = await database.allowanceClaim.findMany({
    where: { personId: me },
    orderBy: [{ day: 'desc' }, { claimedAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      day: true,
      kind: true,
      minutes: true,
      amountCents: true,
      note: true,
      state: true,
      claimedAt: true,
      claimedById: true,
      answeredAt: true,
      answer: true,
      activity: { select: { slug: true, name: true } },
      receipt: { select: { fileName: true } },
    },
  });
  return rows.map(({ amountCents, claimedById, receipt, ...row }) => ({
    ...row,
    day: fromDateColumn(row.day),
    kind: row.kind as ClaimKind,
    state: row.state as ClaimState,
    amount: cents(amountCents),
    byCoordinator: claimedById !== me,
    receipt: receipt?.fileName ?? null,
  }));
}

function byMonth(claims: readonly OwnClaim[]): OwnMonth[] {
  const months = Map.groupBy(claims, ({ day }) => day.slice(0, 7));
  return [...months].map(([month, own]) => {
    const sum = (state: ClaimState) =>
      addCents(...own.filter((claim) => claim.state === state).map(({ amount }) => amount));
    return {
      month: calendarDate(`${month}-01`),
      waiting: sum('claimed'),
      approved: sum('approved'),
      claims: own,
    };
  });
}

import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { ClaimKind, ClaimState } from '../claim.ts';
import type { ActivityPeople, CoordinatedClaim } from '../coordination-views.ts';
import { hasInterestInActivity } from '../interest.store.server.ts';
import { readsAll } from '../policy.ts';
import { volunteerNames } from '../volunteer-name.ts';

const most = { waiting: 200, answered: 12 };

/** Who takes part in an activity and what they claimed of it: nothing of what they do elsewhere. */
export async function activityPeople(
  database: Database,
  actor: Actor,
  activityId: string,
  { withAll = false }: { withAll?: boolean } = {},
): Promise<ActivityPeople> {
  const of = { activityId };
  const [rows, sums, waiting, answered] = await Promise.all([
    database.activityVolunteer.findMany({
      where: of,
      orderBy: { signedUpAt: 'asc' },
      select: {
        signedUpAt: true,
        leftAt: true,
        writtenName: true,
        person: { select: { id: true, name: true, email: true, deletedAt: true } },
      },
    }),
    database.allowanceClaim.groupBy({
      by: ['personId', 'state'],
      where: of,
      _sum: { amountCents: true, minutes: true },
      _count: true,
    }),
    database.allowanceClaim.findMany({
      where: { ...of, state: 'claimed' },
      orderBy: [{ claimedAt: 'asc' }, { day: 'asc' }, { id: 'asc' }],
      take: most.waiting,
      select: claimRow,
    }),
    database.allowanceClaim.findMany({
      where: { ...of, state: { not: 'claimed' } },
      orderBy: [{ answeredAt: 'desc' }, { day: 'desc' }, { id: 'desc' }],
      ...(withAll ? {} : { take: most.answered }),
      select: claimRow,
    }),
  ]);
  const names = volunteerNames(
    rows.map(({ writtenName, person: { id, name, email, deletedAt } }) => ({
      id,
      // as it stands on paper, whatever the account is called
      name: writtenName === '' ? name : writtenName,
      email: deletedAt === null ? email : '',
    })),
  );
  const total = (states: readonly string[], count: (sum: (typeof sums)[number]) => number) =>
    sums.filter(({ state }) => states.includes(state)).reduce((sum, one) => sum + count(one), 0);
  const me = actor.person?.id ?? null;
  const opensReceipts = readsAll(actor) || me === null || !(await hasInterestInActivity(database, me, activityId));
  const view = (claim: ClaimRow) => claimView(claim, names.get(claim.personId) ?? '', { me, opensReceipts });
  return {
    participants: rows
      .map(({ person, signedUpAt, leftAt }) => {
        const own = sums.find(({ personId, state }) => personId === person.id && state === 'approved');
        return {
          id: person.id,
          name: names.get(person.id) ?? '',
          signedUpOn: dayInAmsterdam(signedUpAt),
          leftOn: leftAt === null ? null : dayInAmsterdam(leftAt),
          approved: cents(own?._sum.amountCents ?? 0),
          minutes: own?._sum.minutes ?? 0,
        };
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    waiting: waiting.map(view).sort((a, b) => Number(a.keptFrom !== null) - Number(b.keptFrom !== null)),
    waitingMore: total(['claimed'], ({ _count }) => _count) - waiting.length,
    answered: answered.map(view),
    answeredMore: total(['approved', 'refused', 'withdrawn'], ({ _count }) => _count) - answered.length,
    totals: {
      approved: cents(total(['approved'], ({ _sum }) => _sum.amountCents ?? 0)),
      waiting: cents(total(['claimed'], ({ _sum }) => _sum.amountCents ?? 0)),
    },
  };
}

const claimRow = {
  id: true,
  personId: true,
  day: true,
  kind: true,
  minutes: true,
  amountCents: true,
  note: true,
  claimedById: true,
  claimedAt: true,
  state: true,
  answer: true,
  answeredAt: true,
  receipt: { select: { claimId: true } },
} as const;

type ClaimRow = {
  id: string;
  personId: string;
  day: Date;
  kind: string;
  minutes: number | null;
  amountCents: number;
  note: string;
  claimedById: string;
  claimedAt: Date;
  state: string;
  answer: string;
  answeredAt: Date | null;
  receipt: { claimId: string } | null;
};

type Reader = { me: string | null; opensReceipts: boolean };

function claimView(claim: ClaimRow, personName: string, { me, opensReceipts }: Reader): CoordinatedClaim {
  return {
    id: claim.id,
    personName,
    day: fromDateColumn(claim.day),
    kind: claim.kind as ClaimKind,
    minutes: claim.minutes,
    amount: cents(claim.amountCents),
    note: claim.note,
    hasReceipt: claim.receipt !== null,
    opensReceipt: claim.receipt !== null && (opensReceipts || claim.personId === me),
    claimedOn: dayInAmsterdam(claim.claimedAt),
    typedByCoordinator: claim.claimedById !== claim.personId,
    keptFrom: claim.personId === me ? 'own' : claim.claimedById === me ? 'typed' : null,
    state: claim.state as ClaimState,
    answer: claim.answer,
    answeredOn: claim.answeredAt === null ? null : dayInAmsterdam(claim.answeredAt),
  };
}

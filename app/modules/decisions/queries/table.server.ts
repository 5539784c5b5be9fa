import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { freeOf, freeSelect } from '#app/modules/ledger/fund-balances.ts';
import { isInterestKind } from '#app/modules/scoring/interest.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { decidingRoles } from '../policy.ts';
import type { BasisMember, ProposalBasis } from '../proposal-basis.ts';
import { interestsIn, type Grant } from './scores.server.ts';

type BodyFund = ProposalBasis['funds'][number] & { actielijnId: string | null };

/** Who sits at the table of a body today, with the interest each has in what money is given to, and the money of the body. */
export async function tableOf(
  database: Database | Transaction,
  bodyId: string,
  grant: Grant,
  now: Instant,
): Promise<{ members: BasisMember[]; funds: BodyFund[] }> {
  const members = await membersOf(database, bodyId, grant, now);
  const funds = await database.fund.findMany({
    where: { bodyId },
    orderBy: [{ year: 'desc' }, { name: 'asc' }],
    select: {
      id: true,
      name: true,
      year: true,
      isExample: true,
      actielijnId: true,
      available: freeSelect,
    },
  });
  return {
    members,
    funds: funds.map(({ available, ...fund }) => ({ ...fund, available: freeOf(available) })),
  };
}

async function membersOf(
  database: Database | Transaction,
  bodyId: string,
  grant: Grant,
  now: Instant,
): Promise<BasisMember[]> {
  const today = toDateColumn(dayInAmsterdam(now));
  const memberships = await database.bodyMembership.findMany({
    where: {
      bodyId,
      role: { in: [...decidingRoles] },
      beginsOn: { lte: today },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
      person: { deletedAt: null },
    },
    orderBy: [{ beginsOn: 'asc' }, { id: 'asc' }],
    select: { person: { select: { id: true, name: true } }, organisation: { select: { id: true, name: true } } },
  });
  const byPerson = new Map<string, Omit<BasisMember, 'interest'>>();
  for (const { person, organisation } of memberships) {
    const before = byPerson.get(person.id);
    byPerson.set(person.id, {
      personId: person.id,
      name: person.name,
      organisation: before?.organisation ?? organisation,
    });
  }
  const interests = await interestsIn(database, grant, [...byPerson.keys()], now);
  return [...byPerson.values()]
    .map((member) => {
      const interest = interests.get(member.personId) ?? null;
      return { ...member, interest: isInterestKind(interest) ? interest : null };
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'));
}

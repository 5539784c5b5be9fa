import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import { flagFor, type CostFlag } from '../cost-flag.ts';
import { costsOfGrant, costsOfSpending, publicSpending, type GrantCosts } from './costs.server.ts';

/** A small spending of a wijkalliantie, as far as this needs it. */
export type SpendingCosts = {
  id: string;
  bodyId: string;
  what: string;
  amountCents: bigint;
  proposedAt: Date;
  payeeOrganisationId: string | null;
  initiativeId: string | null;
};

/**
 * Other money of the programme that may pay the same as a small spending, for the members before they consent: given to
 * the same organisation or plan, in days that overlap and for a cost that is alike. Only what they may read: what is in a
 * register, and what waits in their own wijkalliantie. What waits elsewhere is told there, when it is decided on.
 */
export async function otherMoneyOfSpending(database: Database, spending: SpendingCosts): Promise<CostFlag[]> {
  const { payeeOrganisationId, initiativeId } = spending;
  // shops and residents are paid without a name or number by which they could be known again
  if (payeeOrganisationId === null && initiativeId === null) return [];
  return [...(await grantFlags(database, spending)), ...(await spendingFlags(database, spending))];
}

async function grantFlags(database: Database, spending: SpendingCosts): Promise<CostFlag[]> {
  const { payeeOrganisationId: party, initiativeId } = spending;
  const rows = await database.$queryRaw<
    (GrantCosts & { id: string; number: string; body: string; is_plan: boolean })[]
  >`
    select d.id::text, d.number, d.title, b.name as body, d.amount_cents as amount,
           to_char(coalesce(d.begins_on, d.taken_on), 'YYYY-MM-DD') as begins_on,
           to_char(d.ends_on, 'YYYY-MM-DD') as ends_on, v.content,
           coalesce(d.initiative_id = ${initiativeId}::uuid, false) as is_plan
      from decision d join body b on b.id = d.body_id
        left join initiative i on i.id = d.initiative_id
        left join initiative_version v on v.initiative_id = d.initiative_id and v.version = d.initiative_version
      where d.outcome = 'grant' and d.amount_cents is not null and d.state = 'confirmed' and d.number is not null
        and (coalesce(d.recipient_organisation_id, i.organisation_id) = ${party}::uuid
          or d.initiative_id = ${initiativeId}::uuid)
        and (d.origin <> 'product' or assignment_net_cents(d.id) > 0)
      order by d.confirmed_at, d.id`;
  return rows.flatMap((row) =>
    flagFor(costsOfSpending(spending), costsOfGrant(row), {
      key: `decision:${row.id}`,
      kind: 'decision',
      isGiven: true,
      number: row.number,
      title: row.title,
      bodyName: row.body,
      amount: cents(row.amount),
      href: `/besluiten/${row.number}`,
      party: row.is_plan ? 'plan' : 'organisation',
    }),
  );
}

async function spendingFlags(database: Database, spending: SpendingCosts): Promise<CostFlag[]> {
  const { payeeOrganisationId, initiativeId, bodyId } = spending;
  const others = await database.smallSpending.findMany({
    where: {
      id: { not: spending.id },
      AND: [
        { OR: [{ state: 'confirmed' }, { state: 'proposed', bodyId }] },
        {
          OR: [
            ...(payeeOrganisationId === null ? [] : [{ payeeOrganisationId }]),
            ...(initiativeId === null ? [] : [{ initiativeId }]),
          ],
        },
      ],
    },
    include: {
      body: { select: { slug: true, name: true } },
      fund: { select: { year: true } },
      days: { select: { kind: true, amountCents: true } },
    },
    orderBy: { proposedAt: 'asc' },
  });
  return others.flatMap((other) => {
    const { number, body } = other;
    // what was released whole pays nothing any more
    const kept = other.days.reduce((sum, { kind, amountCents }) => (kind === 'payment' ? sum : sum + amountCents), 0n);
    if (number !== null && kept <= 0n) return [];
    return flagFor(costsOfSpending(spending), costsOfSpending(other), {
      key: `spending:${other.id}`,
      kind: 'spending',
      isGiven: number !== null,
      number,
      title: other.what,
      bodyName: body.name,
      amount: cents(other.amountCents),
      href: number === null ? `/wijkalliantie-werk/${other.id}` : publicSpending(number, other),
      party: initiativeId !== null && other.initiativeId === initiativeId ? 'plan' : 'organisation',
    });
  });
}

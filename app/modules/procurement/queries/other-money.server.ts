import { cents } from '#app/kernel/money.ts';
import { initiativeContent, type InitiativeContent } from '#app/modules/initiatives/content.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { flagFor, type AnsweredFlag, type CostFlag, type Costs } from '../cost-flag.ts';
import { namesParty } from '../cost-match.ts';
import { costsOfGrant, costsOfSpending, publicSpending, type GrantCosts } from './costs.server.ts';

type Plan = {
  id: string;
  bodyId: string | null;
  organisationId: string | null;
  submitterId: string | null;
  content: InitiativeContent;
};

/**
 * Other money of the programme that may pay the same cost as a plan: granted to the same party or waiting to be, or spent
 * by a wijkalliantie, in days that overlap and for a cost that is alike; and parties of the programme that the plan itself
 * says it also asked.
 * @returns nothing for a plan that is not there, or says nothing of its costs
 */
export async function otherMoneyOf(
  database: Database | Transaction,
  initiativeId: string,
  version: number,
): Promise<CostFlag[]> {
  const plan = await planOf(database, initiativeId, version);
  if (plan === null) return [];
  const decisions = await decisionFlags(database, plan);
  const spendings = await spendingFlags(database, plan);
  return [...decisions, ...spendings, ...(await namedFlags(database, plan))];
}

async function planOf(database: Database | Transaction, id: string, version: number): Promise<Plan | null> {
  const row = await database.initiativeVersion.findUnique({
    where: { initiativeId_version: { initiativeId: id, version } },
    select: { content: true, initiative: { select: { bodyId: true, organisationId: true, submitterId: true } } },
  });
  // plans that were carried over from papers have no budget
  const content = initiativeContent.safeParse(row?.content);
  return row === null || !content.success ? null : { id, ...row.initiative, content: content.data };
}

type DecisionRow = GrantCosts & { id: string; number: string | null; body_id: string; body: string };

const costsOfPlan = ({ content }: Plan): Costs => ({ lines: content.budget, period: content });

async function decisionFlags(database: Database | Transaction, plan: Plan): Promise<CostFlag[]> {
  const { organisationId, submitterId } = plan;
  const rows = await database.$queryRaw<DecisionRow[]>`
    select d.id::text, d.number, d.title, b.id::text as body_id, b.name as body, d.amount_cents as amount,
           to_char(coalesce(d.begins_on, d.taken_on), 'YYYY-MM-DD') as begins_on,
           to_char(d.ends_on, 'YYYY-MM-DD') as ends_on, v.content
      from decision d join body b on b.id = d.body_id
        left join initiative i on i.id = d.initiative_id
        left join initiative_version v on v.initiative_id = d.initiative_id and v.version = d.initiative_version
      where d.outcome = 'grant' and d.amount_cents is not null and d.state in ('prepared', 'confirmed')
        and d.initiative_id is distinct from ${plan.id}::uuid
        and case
          when ${organisationId}::uuid is not null
            then coalesce(d.recipient_organisation_id, i.organisation_id) = ${organisationId}::uuid
          else coalesce(d.recipient_organisation_id, i.organisation_id) is null and i.submitter_id = ${submitterId}::uuid
          end
        -- what was released whole pays nothing any more
        and (d.state <> 'confirmed' or d.origin <> 'product' or assignment_net_cents(d.id) > 0)
      order by d.prepared_at, d.id`;
  return rows.flatMap((row): CostFlag[] => {
    return flagFor(costsOfPlan(plan), costsOfGrant(row), {
      key: `decision:${row.id}`,
      kind: 'decision',
      isGiven: row.number !== null,
      number: row.number,
      title: row.title,
      bodyName: row.body,
      amount: cents(row.amount),
      href: hrefOf(row, plan),
      party: organisationId === null ? 'resident' : 'organisation',
    });
  });
}

/** What waits in another body is not for everybody here to read. */
function hrefOf({ id, number, body_id }: DecisionRow, { bodyId }: Plan): string | null {
  if (number !== null) return `/besluiten/${number}`;
  return body_id === bodyId ? `/besluitvorming/${id}` : null;
}

async function spendingFlags(database: Database | Transaction, plan: Plan): Promise<CostFlag[]> {
  const spendings = await database.smallSpending.findMany({
    where: {
      state: { in: ['proposed', 'confirmed'] },
      OR: [
        { initiativeId: plan.id },
        ...(plan.organisationId === null
          ? plan.submitterId === null
            ? []
            : [{ initiative: { organisationId: null, submitterId: plan.submitterId } }]
          : [{ payeeOrganisationId: plan.organisationId }]),
      ],
    },
    include: {
      body: { select: { slug: true, name: true } },
      fund: { select: { year: true } },
      entries: {
        select: {
          postings: {
            where: { account: { kind: { in: ['committed', 'paid', 'payable', 'settled'] } } },
            select: { amountCents: true },
          },
        },
      },
    },
    orderBy: { proposedAt: 'asc' },
  });
  return spendings.flatMap((spending): CostFlag[] => {
    const isGiven = spending.state === 'confirmed';
    const net = spending.entries.flatMap(({ postings }) => postings).reduce((sum, one) => sum + one.amountCents, 0n);
    if (isGiven && net <= 0n) return [];
    return flagFor(costsOfPlan(plan), costsOfSpending(spending), {
      key: `spending:${spending.id}`,
      kind: 'spending',
      isGiven,
      number: spending.number,
      title: spending.what,
      bodyName: spending.body.name,
      amount: cents(spending.amountCents),
      // what waits in a wijkalliantie is for its members
      href: spending.number === null ? null : publicSpending(spending.number, spending),
      party: spending.initiativeId === plan.id ? 'plan' : plan.organisationId === null ? 'resident' : 'organisation',
    });
  });
}

/** What the plan says it asks elsewhere, where that is a team, a wijkalliantie or a fund of the programme itself. */
async function namedFlags(database: Database | Transaction, { content }: Plan): Promise<CostFlag[]> {
  const asked = content.otherFunding.filter(({ state, amount }) => state !== 'refused' && amount > 0);
  if (asked.length === 0) return [];
  const bodies = await database.body.findMany({ select: { name: true }, orderBy: { position: 'asc' } });
  const funds = await database.fund.findMany({ select: { name: true }, orderBy: { id: 'asc' } });
  const parties = [...bodies, ...funds].map(({ name }) => name);
  const flags = asked.flatMap(({ party, amount, state }): CostFlag[] => {
    const named = namesParty(party, [...parties, 'Samen Nieuw-West']);
    return named === null
      ? []
      : [
          {
            key: `named:${named.slice(0, 200)}`,
            kind: 'named',
            isGiven: state === 'received',
            number: null,
            title: party,
            bodyName: named,
            amount,
            href: null,
            party: 'plan',
            overlapDays: null,
            lines: [],
          },
        ];
  });
  return [...new Map(flags.map((flag) => [flag.key, flag])).values()];
}

/** The flags of a prepared decision, with what its proposer said of each; null where no money goes to a plan. */
export async function answeredFlagsOf(
  database: Database | Transaction,
  decisionId: string,
): Promise<AnsweredFlag[] | null> {
  const decision = await database.decision.findUnique({
    where: { id: decisionId, origin: 'product' },
    select: {
      amountCents: true,
      initiativeId: true,
      initiativeVersion: true,
      costAnswers: { select: { flag: true, answer: true } },
    },
  });
  if (decision === null || decision.amountCents === null) return null;
  if (decision.initiativeId === null || decision.initiativeVersion === null) return null;
  const flags = await otherMoneyOf(database, decision.initiativeId, decision.initiativeVersion);
  const answers = new Map(decision.costAnswers.map(({ flag, answer }) => [flag, answer]));
  return flags.map((flag) => ({ ...flag, answer: answers.get(flag.key) ?? '' }));
}

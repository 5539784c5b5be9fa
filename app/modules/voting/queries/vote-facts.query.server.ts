import { cents } from '#app/kernel/money.ts';
import type { Prisma } from '#app/platform/prisma/client.ts';
import type { BallotKind, CountingRule, VoteCompletion, VoteState } from '../vote.ts';
import type { VoteFacts } from '../views.ts';

/** The columns of a vote that everybody may see. */
export const factsSelect = {
  id: true,
  slug: true,
  state: true,
  title: true,
  question: true,
  amountCents: true,
  minimumAge: true,
  opensAt: true,
  closesAt: true,
  byAccount: true,
  byIdentity: true,
  cancelReason: true,
  cancelledAt: true,
  ballot: true,
  atMost: true,
  method: true,
  completion: true,
  minimumVotes: true,
  fund: { select: { isExample: true } },
  body: { select: { slug: true, name: true, kind: true } },
  areas: { orderBy: { areaCode: 'asc' }, select: { area: { select: { code: true, name: true } } } },
  categories: {
    orderBy: { number: 'asc' },
    select: {
      ...{ number: true, name: true, ceilingCents: true },
      _count: { select: { projects: { where: { OR: [{ verdict: null }, { verdict: 'included' }] } } } },
    },
  },
} as const satisfies Prisma.VoteSelect;

export function factsOf(row: Prisma.VoteGetPayload<{ select: typeof factsSelect }>): VoteFacts {
  const { amountCents, areas, fund, id, slug, title, question, minimumAge, opensAt, closesAt, byAccount } = row;
  return {
    byIdentity: row.byIdentity,
    ...{ id, slug, title, question, minimumAge, opensAt, closesAt, byAccount, cancelReason: row.cancelReason },
    cancelledAt: row.cancelledAt,
    state: row.state as VoteState,
    ballot: row.ballot as BallotKind,
    atMost: row.atMost,
    method: row.method as CountingRule['method'],
    completion: row.completion as VoteCompletion | null,
    minimumVotes: row.minimumVotes,
    amount: cents(amountCents),
    isExample: fund.isExample,
    body: row.body,
    areas: areas.map(({ area }) => area),
    categories: row.categories.map(({ number, name, ceilingCents, _count }) => ({
      ...{ number, name, ceiling: ceilingCents === null ? null : cents(ceilingCents), plans: _count.projects },
    })),
  };
}

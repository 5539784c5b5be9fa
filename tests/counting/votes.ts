import fc from 'fast-check';
import { cents } from '#app/kernel/money.ts';
import { electionOf, type Election } from '#app/modules/counting/election.ts';
import type { PlainVote } from './textbook.ts';

/** Votes of some people on some projects; `tied` ones have few different costs and short ballots, so that much is equal. */
export function plainVotes(kind: 'any' | 'tied'): fc.Arbitrary<PlainVote> {
  const projects = kind === 'tied' ? 4 : 7;
  return fc.integer({ min: 1, max: projects }).chain((many) =>
    fc.record({
      budget: fc.integer({ min: 100, max: kind === 'tied' ? 2000 : 9000 }),
      costs: fc.array(kind === 'tied' ? fc.constantFrom(200, 400, 600) : fc.integer({ min: 1, max: 4000 }), {
        minLength: many,
        maxLength: many,
      }),
      ballots: fc.array(fc.subarray([...Array(many).keys()], kind === 'tied' ? { maxLength: Math.min(2, many) } : {}), {
        minLength: 1,
        maxLength: kind === 'tied' ? 6 : 20,
      }),
    }),
  );
}

export function electionFrom({ budget, costs, ballots }: PlainVote): Election {
  const projects = costs.map((cost, at) => ({ id: `p${at}`, name: `Plan ${at}`, cost: cents(cost) }));
  return electionOf(cents(budget), projects, ballots);
}

/** Every order of so many things. */
export function orders(many: number): number[][] {
  if (many === 0) return [[]];
  return orders(many - 1).flatMap((order) =>
    [...Array(many).keys()].map((at) => [...order.slice(0, at), many - 1, ...order.slice(at)]),
  );
}

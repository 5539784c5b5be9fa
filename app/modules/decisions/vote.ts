/** How a participant votes on the proposal as it is written, also when it proposes to decline. */
export const votes = ['for', 'against', 'abstain'] as const;

export type Vote = (typeof votes)[number];

export type VoteCounts = { for: number; against: number; abstain: number };

export function countVotes(given: readonly Vote[]): VoteCounts {
  const count = (vote: Vote) => given.filter((one) => one === vote).length;
  return { for: count('for'), against: count('against'), abstain: count('abstain') };
}

/** More for than against; abstentions count for neither, and a tie does not carry. */
export function isCarried(counts: VoteCounts): boolean {
  return counts.for > counts.against;
}

/** Why somebody stays out: declared (constraint `interest_kind`) or, the last, known to the product. */
export const interestKinds = ['own', 'family', 'employer', 'board', 'funder', 'other', 'shared-organisation'] as const;

export type InterestKind = (typeof interestKinds)[number];

export function isInterestKind(text: string | null): text is InterestKind {
  return interestKinds.some((kind) => kind === text);
}

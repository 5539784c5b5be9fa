/**
 * Why somebody should not judge or decide. The first six people say themselves; the last the product finds: somebody
 * belongs to an organisation that submits or is partner. The database knows the same names (constraint `interest_kind`,
 * function `interest_of`).
 */
export const declarableInterests = ['own', 'family', 'employer', 'board', 'funder', 'other'] as const;

export const interestKinds = [...declarableInterests, 'shared-organisation'] as const;

export type InterestKind = (typeof interestKinds)[number];

export function isInterestKind(text: string | null): text is InterestKind {
  return interestKinds.some((kind) => kind === text);
}

/** What a reviewer answers before the dossier opens. */
export const declarations = ['none', ...declarableInterests] as const;

export type Declaration = (typeof declarations)[number];

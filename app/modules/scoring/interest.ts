/**
 * Why somebody should not judge. The first six people say themselves; the last the product finds: somebody belongs to
 * an organisation that submits or is partner. The database knows the same names (constraint `interest_kind`, function `interest_of`).
 */
export const declarableInterests = ['own', 'family', 'employer', 'board', 'funder', 'other'] as const;

export type DeclarableInterest = (typeof declarableInterests)[number];

export type Interest = DeclarableInterest | 'shared-organisation';

/** What a reviewer answers before the dossier opens. */
export const declarations = ['none', ...declarableInterests] as const;

export type Declaration = (typeof declarations)[number];

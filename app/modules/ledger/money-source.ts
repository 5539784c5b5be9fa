/** Who gives. The database knows the same names (constraint `money_source_kind`). */
export const moneySourceKinds = ['coalition', 'state-grant', 'municipal', 'partner', 'donation'] as const;

export type MoneySourceKind = (typeof moneySourceKinds)[number];

/** What is given; only money can be granted, the rest is shown with how it was valued. */
export const moneySourceForms = ['money', 'hours', 'space', 'in-kind'] as const;

export type MoneySourceForm = (typeof moneySourceForms)[number];

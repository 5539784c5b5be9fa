/** Reasons that invented reviewers give, by points; the last one belongs to 'cannot judge'. */
export const reasonsByPoints = [
  'Dit ontbreekt in het plan.',
  'Het plan zegt hier weinig over. Ik mis wie wat doet.',
  'Dit is voldoende beschreven, meer niet.',
  'Dit is goed uitgewerkt en past bij de buurt.',
  'Dit is een sterk punt: bewoners doen dit nu al samen.',
] as const;

export const reasonToAbstain = 'Hier weet ik te weinig van om te oordelen.';

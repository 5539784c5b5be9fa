/** What the database says of matching by hand, as refusals of commands. */
export const matchRefusals = {
  payment_batch_treasurer: 'role-needed',
  statement_match_two_persons: 'same-person',
  statement_match_not_own: 'near-payee',
  statement_match_without_interest: 'interest',
  statement_match_open: 'match-impossible',
  statement_match_one: 'match-known',
  statement_item_fits: 'match-impossible',
  statement_item_day: 'match-impossible',
  statement_item_line_once: 'match-impossible',
  dismissed_by_two: 'match-impossible',
  statement_item_state: 'item-not-open',
} as const;

export type MatchRefusal = (typeof matchRefusals)[keyof typeof matchRefusals];

/** Longest texts, in characters; the database says the same. */
export const longestStatementText = { note: 500, bankName: 140 } as const;

/** What a payer's bank answers when it compares a name with an account (verification of payee). */
export const lineCheckAnswers = ['match', 'close', 'none', 'not-possible'] as const;

export type LineCheckAnswer = (typeof lineCheckAnswers)[number];

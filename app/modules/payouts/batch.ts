import { cents, type Cents } from '#app/kernel/money.ts';

/** States of a batch and where it can go from each; the trigger `payment_batch_moves` knows the same. */
export const batchMoves = {
  draft: ['approved', 'discarded'],
  approved: ['sent', 'discarded'],
  sent: ['settled'],
  settled: [],
  discarded: [],
} as const satisfies Record<string, readonly string[]>;

export type BatchState = keyof typeof batchMoves;

/**
 * States of a line. `left_out`: taken out of a draft · `settled`: paid, says the bank or Stripe · `returned`: paid and came
 * back · `put_back`: was never paid. What a line of the last three and `left_out` was about can be paid again by another line.
 */
export const lineStates = ['open', 'left_out', 'settled', 'returned', 'put_back'] as const;

export type LineState = (typeof lineStates)[number];

/** How money reaches people: `sepa` is a file for the bank, `stripe` goes by itself. */
export const rails = ['sepa', 'stripe'] as const;

export type Rail = (typeof rails)[number];

/** Why hours and expenses that were approved cannot be paid now by this treasurer; the function `payable_claims` says it. */
export const waitReasons = ['own', 'household', 'bank-account', 'interest', 'limit', 'no-account'] as const;

export type WaitReason = (typeof waitReasons)[number];

/** Longest texts, in characters; the database says the same. */
export const longestBatchText = { note: 1000, reason: 500 } as const;

/** Number of a batch, `V2026-0001`: year in which it was composed and a sequence without gaps. */
export type BatchNumber = string & { readonly unit: 'batch-number' };

/** @returns the number as it stands in the database, or null when the text cannot be one */
export function parseBatchNumber(text: string): BatchNumber | null {
  return /^V\d{4}-(\d{4}|[1-9]\d{4,8})$/.test(text) ? (text as BatchNumber) : null;
}

/**
 * By which a bank knows a line again (`EndToEndId`, 35 characters at most): the id of the line, so that it says nothing about
 * anybody and no line ever has that of another.
 * @param letter `W` for a payment to an organisation, which has that of its change
 */
export function endToEndId(lineId: string, letter: 'V' | 'W' = 'V'): string {
  return `${letter}${lineId.replaceAll('-', '')}`;
}

/** What can be paid of one person. */
export type PayableClaim = {
  claimId: string;
  personId: string;
  amount: Cents;
  groundId: string;
  bankAccountId: string | null;
};

export type NewLine = {
  personId: string;
  bankAccountId: string | null;
  amount: Cents;
  claims: readonly PayableClaim[];
};

/** One line for each person, with all that can be paid to them; in the order in which people first appear. */
export function linesOf(claims: readonly PayableClaim[]): NewLine[] {
  return [...Map.groupBy(claims, ({ personId }) => personId)].map(([personId, own]) => ({
    personId,
    bankAccountId: own[0]?.bankAccountId ?? null,
    amount: cents(own.reduce((sum, { amount }) => sum + amount, 0)),
    claims: own,
  }));
}

/**
 * Id of the file of a batch, by which the bank and its statements know the batch again: the number people read, and the end of
 * the id so that another installation that pays from the same account never has the same.
 */
export function fileIdOf({ number, id }: { number: string; id: string }): string {
  return `${number}-${id.slice(-8)}`;
}

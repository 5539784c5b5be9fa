import { addCents, cents, noMoney, type Cents } from '#app/kernel/money.ts';

/** One line of an entry: the amount added to an account; negative takes from it. */
export type PostingLine = { accountId: string; amount: Cents };

/**
 * `opening`: money from outside that a paper gives. `pledge`, `pledge-lowered`: a source gives more or less.
 * `overprogramming`: planning more than was pledged. `budget`, `return`: from a source to a line of the plan, and back.
 * `move`: between lines. `commitment`, `release`, `payment`: what a decision promises, gives back, and pays.
 * `payable`, `settlement`, `rejection`, `bounce`: what a batch owes volunteers, what the bank paid of it, would not pay, and
 * gave back. They stay within what was promised and are not public: a batch can be of fewer people than may be told.
 */
export const entryKinds = [
  'opening',
  'pledge',
  'pledge-lowered',
  'overprogramming',
  'budget',
  'return',
  'move',
  'commitment',
  'release',
  'payment',
  'correction',
  'payable',
  'settlement',
  'rejection',
  'bounce',
] as const;

export type EntryKind = (typeof entryKinds)[number];

/** Kinds that a batch of payments to volunteers posts. */
export type BatchEntryKind = Extract<EntryKind, 'payable' | 'settlement' | 'rejection' | 'bounce'>;

/** Kinds that everybody reads. */
export type PublicEntryKind = Exclude<EntryKind, BatchEntryKind>;

/** What the database also checks at commit (`ledger_entry_balanced`): two lines or more that sum to zero, none of them zero. */
export function isBalanced(lines: readonly PostingLine[]): boolean {
  return (
    lines.length >= 2 && lines.every((line) => line.amount !== 0) && addCents(...lines.map((line) => line.amount)) === 0
  );
}

/** The two lines that move an amount from one account to another. @throws RangeError when the amount is not positive */
export function transfer(from: string, to: string, amount: Cents): PostingLine[] {
  if (amount <= 0) throw new RangeError('only a positive amount can be moved');
  return [
    { accountId: from, amount: cents(-amount) },
    { accountId: to, amount },
  ];
}

/** The lines that undo an entry: same accounts, opposite amounts. */
export function reversal(lines: readonly PostingLine[]): PostingLine[] {
  return lines.map((line) => ({
    accountId: line.accountId,
    amount: line.amount === 0 ? noMoney : cents(-line.amount),
  }));
}

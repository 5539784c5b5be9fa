import type { BatchEntryKind, EntryKind } from './entry.ts';

/** Kinds of entries that move an amount from one account to another; a correction undoes the lines of its entry. */
export type MovingKind = Exclude<EntryKind, 'opening' | 'commitment' | 'correction' | BatchEntryKind>;

export type SourceAccounts = {
  originAccountId: string;
  unallocatedAccountId: string;
  overprogrammedAccountId: string;
};

export type FundAccounts = {
  availableAccountId: string;
  committedAccountId: string;
  paidAccountId: string;
  moneySource: { unallocatedAccountId: string };
};

/**
 * Which account gives and which gets. The database checks the same (`change_has_entry`).
 * @throws RangeError when the kind needs a source or fund that is not given
 */
export function movedAccounts(
  kind: MovingKind,
  { source, from, to }: { source: SourceAccounts | null; from: FundAccounts | null; to: FundAccounts | null },
): [giving: string, getting: string] {
  const pairs: Record<MovingKind, [giving: string | undefined, getting: string | undefined]> = {
    pledge: [source?.originAccountId, source?.unallocatedAccountId],
    'pledge-lowered': [source?.unallocatedAccountId, source?.originAccountId],
    overprogramming: [source?.overprogrammedAccountId, source?.unallocatedAccountId],
    budget: [to?.moneySource.unallocatedAccountId, to?.availableAccountId],
    return: [from?.availableAccountId, from?.moneySource.unallocatedAccountId],
    move: [from?.availableAccountId, to?.availableAccountId],
    release: [from?.committedAccountId, from?.availableAccountId],
    payment: [from?.committedAccountId, from?.paidAccountId],
  };
  const [giving, getting] = pairs[kind];
  if (giving === undefined || getting === undefined) throw new RangeError(`a ${kind} lacks its source or fund`);
  return [giving, getting];
}

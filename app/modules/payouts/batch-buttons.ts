import type { BatchPage } from './views.ts';

export type BatchButton = 'approve' | 'send' | 'leave-out' | 'discard' | 'put-back';

/**
 * The buttons of which the page of a payment has the form now. What was refused of another one is said apart: a colleague was
 * earlier, and its form is gone.
 */
export function batchButtons({
  state,
  rail,
  mayWork,
  keptFromApproving,
  payerChanged,
  counts,
}: Pick<
  BatchPage,
  'state' | 'rail' | 'mayWork' | 'keptFromApproving' | 'payerChanged' | 'counts'
>): readonly BatchButton[] {
  if (!mayWork) return [];
  switch (state) {
    case 'draft':
      return [
        ...(keptFromApproving === null ? (['approve'] as const) : []),
        ...(counts.open.people > 0 ? (['leave-out'] as const) : []),
        'discard',
      ];
    case 'approved':
      return payerChanged ? ['discard'] : ['send', 'discard'];
    case 'sent':
      return rail === 'sepa' ? ['put-back'] : [];
    default:
      return [];
  }
}

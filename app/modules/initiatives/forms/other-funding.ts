import { z } from 'zod';
import { amount, longest, requiredText } from './checked.ts';
import { readRows, readText, typedRows, typedText } from './typed.ts';

export const typedOtherFunding = z.object({
  any: typedText,
  funding: typedRows({ party: typedText, amount: typedText, state: typedText }),
});

export type TypedOtherFunding = z.infer<typeof typedOtherFunding>;

export const fundingStates = ['asked', 'promised', 'received', 'refused'] as const;

export function readOtherFunding(form: FormData): TypedOtherFunding {
  return { any: readText(form, 'any'), funding: readRows(form, 'funding', ['party', 'amount', 'state']) };
}

const mostFundingLines = 12;

const fundingLine = z.object({
  party: requiredText(longest.line),
  amount,
  state: z.enum(fundingStates, 'initiatives:mistake.chooseState'),
});

const lines = z
  .array(fundingLine)
  .min(1, 'initiatives:mistake.fundingLine')
  .max(mostFundingLines, 'initiatives:mistake.tooManyLines');

/** Whoever answers 'no' may have typed lines before; they stay in the draft and are not submitted. */
export const otherFunding = z
  .discriminatedUnion(
    'any',
    [
      z.object({ any: z.literal('no') }).transform(() => ({ funding: [] as z.infer<typeof lines> })),
      z.object({ any: z.literal('yes'), funding: lines }),
    ],
    'initiatives:mistake.chooseFunding',
  )
  .transform(({ funding }) => ({ funding }));

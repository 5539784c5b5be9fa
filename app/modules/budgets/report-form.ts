import { z } from 'zod';
import { dayField } from '#app/kernel/form-fields.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { noMoney, type Cents } from '#app/kernel/money.ts';

const day = dayField('forms:date');

const header = { until: day, intro: z.string().max(4000).default('') };

export const startReportForm = z.object({ formKey: z.uuid(), year: z.coerce.number().int(), ...header });

export const changeReportForm = z.object({ revision: z.coerce.number().int().min(1), ...header });

export const sendReportForm = z.object({ seen: z.string().regex(/^[0-9a-f]{64}$/) });

const forecast = z
  .string()
  .default('')
  .transform((text, context): Cents | null => {
    if (text.trim() === '') return null;
    const read = readAmount(text);
    if (typeof read === 'number') return read;
    // that nothing is expected any more is a forecast too
    if (read === 'amount-zero') return noMoney;
    context.addIssue({ code: 'custom', message: `spendingReport:mistake.${read}` });
    return z.NEVER;
  });

export const forecastsForm = z.object({
  lines: z
    .array(
      z.object({
        slug: z.string().max(200),
        revision: z.coerce.number().int().min(0),
        forecast,
        explanation: z.string().trim().max(2000).default(''),
      }),
    )
    .max(100)
    .default([]),
});

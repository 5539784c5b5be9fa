import { z } from 'zod';
import { readAmount } from '#app/kernel/amount-text.ts';
import { isId } from '#app/kernel/ids.ts';
import { formMessage } from '#app/i18n/message.ts';
import { cents, formatCents, type Cents } from '#app/kernel/money.ts';
import { donorDisplays, donorKinds } from '#app/modules/donutfonds/call.ts';
import { donutfondsSlug, giftBounds, longestName, longestReason } from './gift.ts';

/** What people type about gifts. Messages are keys of the texts. */

const formKey = z.uuid('giving:mistake.form');

const amountWithin = (least: Cents, most: Cents, locale: 'nl' | 'en') =>
  z.string('forms:amount-missing').transform((typed, context) => {
    const read = readAmount(typed, most);
    if (typeof read === 'number' && read >= least) return read;
    const mistake =
      typeof read === 'number' || read === 'amount-huge' || read === 'amount-zero'
        ? formMessage('giving:mistake.amount', { least: formatCents(least, locale), most: formatCents(most, locale) })
        : `forms:${read}`;
    context.addIssue({ code: 'custom', message: mistake });
    return z.NEVER;
  });

export const giftForm = (locale: 'nl' | 'en') =>
  z
    .object({
      formKey,
      amount: amountWithin(giftBounds.least, giftBounds.most, locale),
      kind: z.enum(donorKinds),
      display: z.enum(donorDisplays),
      name: z.string().trim().max(longestName).default(''),
      showAmount: z.enum(['yes', 'no']),
      /** Bait for robots. */
      website: z.string().max(0, 'giving:mistake.form').default(''),
    })
    .refine(({ display, name }) => display !== 'name' || name !== '', {
      path: ['name'],
      error: 'giving:mistake.name',
    });

const reason = z.string().trim().min(1).max(longestReason);

/** @param most what can be given back still */
export const refundForm = (most: Cents, locale: 'nl' | 'en') =>
  z.object({ formKey, amount: amountWithin(cents(1), most, locale), reason });

export const answerForm = z
  .object({
    refundId: z.string().refine(isId, 'giving:mistake.form'),
    answer: z.enum(['approve', 'refuse', 'withdraw']),
    reason: z.string().trim().max(longestReason).default(''),
  })
  .refine(({ answer, reason: why }) => answer === 'approve' || why !== '', {
    path: ['reason'],
    error: 'forms:required',
  });

export const bookForm = z.object({ formKey, purposeId: z.string().refine(isId, 'giving:mistake.form') });

export const purposeForm = z.object({
  formKey,
  /** A wijkalliantie, or the donutfonds. */
  bodyId: z.string('forms:choose').refine((id) => id === donutfondsSlug || isId(id), 'forms:choose'),
  moneySourceId: z.string('forms:choose').refine(isId, 'forms:choose'),
});

export const closePurposeForm = z.object({ purposeId: z.string().refine(isId, 'giving:mistake.form') });

import { z } from 'zod';
import { amountField, revisionField } from '#app/kernel/form-fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { longestHousehold } from '#app/modules/people/role.ts';
import { longestText, payeeKinds, type SpendingContent } from './spending.ts';

/** What members of a wijkalliantie type. Messages are keys of the texts. */

const formKey = z.uuid('alliances:mistake.form');
const revision = revisionField('alliances:mistake.form');

const text = (missing: string, longest: number, tooLong: string) =>
  z.string(missing).trim().min(1, missing).max(longest, tooLong);

const amount = amountField((read) => `alliances:mistake.${read}`);

/** An address of a plan as people paste it: the whole link, its path, or only the last part. */
const initiative = z
  .string()
  .trim()
  .max(300, 'alliances:mistake.initiative')
  .transform((typed, context) => {
    const slug = /^(?:.*\/initiatieven\/)?([a-z0-9]+(?:-[a-z0-9]+)*)\/?(?:[?#].*)?$/.exec(typed)?.[1];
    if (slug !== undefined) return slug;
    context.addIssue({ code: 'custom', message: 'alliances:mistake.initiative' });
    return z.NEVER;
  })
  .optional()
  .transform((slug) => slug ?? null);

export const spendingForm = z
  .object({
    formKey,
    revision,
    what: text('alliances:mistake.what', longestText.what, 'alliances:mistake.whatTooLong'),
    why: text('alliances:mistake.why', longestText.why, 'alliances:mistake.whyTooLong'),
    amount,
    fundId: z.string('alliances:mistake.fund').max(50),
    payeeKind: z.enum(payeeKinds, 'alliances:mistake.payeeKind'),
    organisationId: z.string().max(50).default(''),
    shop: z.string().trim().max(longestText.payeeName, 'alliances:mistake.shopTooLong').default(''),
    initiative,
  })
  .refine(({ payeeKind, organisationId }) => payeeKind !== 'organisation' || isId(organisationId), {
    path: ['organisationId'],
    error: 'alliances:mistake.organisation',
  })
  .refine(({ payeeKind, shop }) => payeeKind !== 'shop' || shop !== '', {
    path: ['shop'],
    error: 'alliances:mistake.shop',
  });

export const answerForm = z.object({ revision });

export const objectionForm = z.object({
  revision,
  reason: text('alliances:mistake.reason', longestText.reason, 'alliances:mistake.reasonTooLong'),
});

export const householdForm = z.object({
  membershipId: z.string().max(50),
  household: z.string().trim().max(longestHousehold, 'alliances:mistake.householdTooLong').default(''),
});

/** What was filled in as what a command proposes. */
export function contentOfForm(value: z.output<typeof spendingForm>): SpendingContent {
  const { what, why, amount, fundId, payeeKind, organisationId, shop } = value;
  const payee: SpendingContent['payee'] =
    payeeKind === 'organisation'
      ? { kind: payeeKind, organisationId }
      : payeeKind === 'shop'
        ? { kind: payeeKind, name: shop }
        : { kind: payeeKind };
  return { what, why, amount, fundId, payee, initiativeSlug: value.initiative };
}

import { z } from 'zod';
import { dayField, revisionField } from '#app/kernel/form-fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { noMoney } from '#app/kernel/money.ts';
import { donorDisplays, donorKinds, evidenceKinds, longestText, visitFindings } from './call.ts';
import { parsePercent, ruleBounds } from './rules.ts';

/** What people type about the donutfonds. Messages are keys of the texts. */

const formKey = z.uuid('donutfonds:mistake.form');
const revision = revisionField('donutfonds:mistake.form', 0);
const id = z.string('forms:choose').refine(isId, 'forms:choose');
const text = (longest: number) => z.string().trim().min(1).max(longest);

const day = dayField('forms:date');

const amount = (most: number, isZeroAllowed: boolean) =>
  z.string('forms:amount-missing').transform((typed, context) => {
    const read = readAmount(typed, most);
    if (typeof read === 'number') return read;
    if (read === 'amount-zero' && isZeroAllowed) return noMoney;
    context.addIssue({ code: 'custom', message: `forms:${read}` });
    return z.NEVER;
  });

const mostMoney = 1_000_000_000_00;

export const rulesForm = z.object({
  formKey,
  minimumValue: amount(ruleBounds.value, true),
  minimumReturn: z.string().transform((typed, context) => {
    const read = parsePercent(typed);
    if (read !== null && read <= ruleBounds.returnBps) return read;
    context.addIssue({ code: 'custom', message: 'donutfonds:mistake.percent' });
    return z.NEVER;
  }),
  evidenceDays: z.coerce
    .number('donutfonds:mistake.days')
    .int('donutfonds:mistake.days')
    .min(1, 'donutfonds:mistake.days')
    .max(ruleBounds.evidenceDays, 'donutfonds:mistake.days'),
  validFrom: day,
  reason: text(longestText.reason),
  latest: z.coerce.number('donutfonds:mistake.form').int().min(0),
});

export const callForm = z.object({ formKey, fundId: id, rulesId: id, opensOn: day, closesOn: day });

export const applicationForm = z
  .object({
    formKey,
    revision,
    value: amount(mostMoney, true),
    costs: amount(mostMoney, true),
    evidenceKind: z.enum(evidenceKinds),
    evidenceName: z.string().trim().max(longestText.evidenceName).default(''),
    evidenceOn: day,
    story: text(longestText.story),
    publishEvidence: z.enum(['yes', 'no']),
    evidenceId: z.string().max(50).default(''),
  })
  .refine(({ evidenceKind, evidenceName }) => evidenceKind !== 'other' || evidenceName !== '', {
    path: ['evidenceName'],
    error: 'donutfonds:mistake.evidenceName',
  });

export const revisionForm = z.object({ revision });

export const visitForm = z.object({
  formKey,
  latest: z.coerce.number('donutfonds:mistake.form').int().min(0),
  visitedOn: day,
  metWith: text(longestText.metWith),
  seen: text(longestText.seen),
  finding: z.enum(visitFindings),
  findingReason: text(longestText.reason),
});

/** Which applications are set aside is posted as `aside-<id of the application>`: a reason, or empty. */
export const splitForm = z.object({ formKey, motivation: text(longestText.motivation) });

export const confirmForm = z.object({ splitId: id });

export const discardForm = z.object({ splitId: id, reason: text(longestText.reason) });

export const donorForm = z
  .object({
    formKey,
    revision,
    pledgeId: id,
    kind: z.enum(donorKinds),
    display: z.enum(donorDisplays),
    name: z.string().trim().max(longestText.donor).default(''),
    organisationId: z.string().max(50).default(''),
    amount: amount(mostMoney, false),
    showAmount: z.enum(['yes', 'no']),
  })
  .refine(({ display, name, organisationId }) => display !== 'name' || name !== '' || isId(organisationId), {
    path: ['name'],
    error: 'donutfonds:mistake.donorName',
  });

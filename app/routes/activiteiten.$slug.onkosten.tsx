import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/page/notice.tsx';
import { ClaimFrame } from '#app/components/volunteering/claim-frame.tsx';
import { ExpenseForm } from '#app/components/volunteering/expense-form.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { formatCents, noMoney } from '#app/kernel/money.ts';
import { claimExpense } from '#app/modules/allowances/commands/claim-expense.server.ts';
import { activityPage, ownPart } from '#app/modules/allowances/queries/activities.query.server.ts';
import { ownRoom } from '#app/modules/allowances/queries/own-allowances.query.server.ts';
import { expenseForm } from '#app/modules/allowances/volunteer-form.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, context, params, now }) => {
  const { actor } = signedInContext(context);
  const slug = params.slug ?? '';
  const today = dayInAmsterdam(now);
  const [activity, part] = await Promise.all([activityPage(database, slug), ownPart(database, actor, slug)]);
  if (activity === null || part === null) throw notFound();
  return {
    activity: { slug, name: activity.name, isOpen: activity.isOpen, paysExpenses: activity.paysExpenses },
    takesPart: part.takesPart !== 'never',
    room: await ownRoom(database, actor, today),
    today,
    formKey: newId(),
  };
});

/** Refusals that are about the file stand at its field. */
const isAboutFile = (reason: string) => /^(file|image|pdf)-/.test(reason);

export const action = guardAction(signedIn, async ({ form, context, database, params, platform, locale }) => {
  const own = signedInContext(context);
  const part = await ownPart(database, own.actor, params.slug ?? '');
  if (part === null) throw notFound();
  const file = form.get('receipt');
  // a file cannot be given back, so it is judged apart from what was typed
  form.delete('receipt');
  const submission = parseForm(form, expenseForm);
  const isChosen = file instanceof File && file.name !== '';
  const missing: Record<string, string[]> = isChosen ? {} : { receipt: ['allowances:refusal.receipt-missing'] };
  if (submission.status !== 'success' || !isChosen) return rejected(submission.reply({ fieldErrors: missing }));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const receipt = { fileName: file.name, bytes };
  const claimed = await claimExpense({ activityId: part.activityId, ...submission.value, receipt }, own);
  const { amount, day } = submission.value;
  if (claimed.ok) {
    const message = formMessage('volunteering:expense.sent', { amount: formatCents(amount, locale) });
    return goTo('/mijn-vergoedingen', platform, { tone: 'success', message });
  }
  const words = refusalMessage('allowances', claimed);
  const status = refusalStatus(claimed.reason);
  if (isAboutFile(claimed.reason)) return data(submission.reply({ fieldErrors: { receipt: [words] } }), { status });
  if (claimed.reason !== 'over-month' && claimed.reason !== 'over-year')
    return data(submission.reply({ formErrors: [words] }), { status });
  const left = (await ownRoom(database, own.actor, day))?.room.left ?? noMoney;
  const message =
    left === noMoney
      ? 'volunteering:claim.overFull'
      : formMessage('volunteering:claim.over', { left: formatCents(left, locale) });
  return data(submission.reply({ formErrors: [message] }), { status });
});

export const meta = pageTitle<typeof loader>(
  (t, { activity }) => `${t('volunteering:expense.title')}: ${activity.name}`,
);

export default function Expenses() {
  const { activity, takesPart, room, today, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('volunteering');
  return (
    <ClaimFrame
      activity={activity}
      title={t('expense.title')}
      lead={t('expense.lead')}
      takesPart={takesPart}
      room={room}
      unpaid={activity.paysExpenses ? null : <Notice title={t('expense.none')}>{t('expense.noneText')}</Notice>}
    >
      <ExpenseForm today={today} formKey={formKey} reply={reply} />
    </ClaimFrame>
  );
}

import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { SheetForm } from '#app/components/coordination/sheet-form.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { refused } from '#app/kernel/outcome.ts';
import type { CoordinatedActivity } from '#app/modules/allowances/coordination-views.ts';
import { claimHours } from '#app/modules/allowances/commands/claim-hours.server.ts';
import { coordinates } from '#app/modules/allowances/policy.ts';
import { activityPeople } from '#app/modules/allowances/queries/activity-people.query.server.ts';
import { coordinatedActivity } from '#app/modules/allowances/queries/coordinated-activity.query.server.ts';
import { sheetForm, startingRows } from '#app/modules/allowances/sheet-form.ts';

export const loader = guardLoader(coordinates, async ({ database, actor, params, now }) => {
  const activity = await coordinatedActivity(database, actor, params.slug ?? '', dayInAmsterdam(now));
  if (activity === null || !activity.mayWork) throw notFound();
  const { participants } = await activityPeople(database, actor, activity.id);
  return {
    name: activity.name,
    slug: activity.slug,
    block: blockOf(activity),
    people: participants.map(({ id, name }) => ({ id, name })),
    rows: startingRows(participants.filter(({ leftOn }) => leftOn === null)),
    formKey: newId(),
  };
});

/** Why nothing can be typed over. */
function blockOf({ state, hour }: CoordinatedActivity): 'activity-closed' | 'hours-unpaid' | null {
  if (state === 'closed') return 'activity-closed';
  return hour > 0 ? null : 'hours-unpaid';
}

export const action = guardAction(coordinates, async ({ database, actor, params, form, context, platform, now }) => {
  const activity = await coordinatedActivity(database, actor, params.slug ?? '', dayInAmsterdam(now));
  if (activity === null) throw notFound();
  const submission = parseForm(form, sheetForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { formKey, lines } = submission.value;
  const order = {
    activityId: activity.id,
    lines: lines.map(({ personId, day, minutes }) => ({ personId, day, minutes, note: '' })),
    formKey,
  };
  const claimed = await claimHours(order, signedInContext(context));
  if (claimed.ok)
    return goTo(`/coordinatie/${activity.slug}`, platform, {
      tone: 'success',
      message: formMessage('coordination:sheet.saved', { count: claimed.value.claims }),
    });
  if (claimed.lines === undefined)
    return data(submission.reply({ formErrors: [refusalMessage('coordination', claimed)] }), {
      status: refusalStatus(claimed.reason),
    });
  const fieldErrors = Object.fromEntries(
    claimed.lines.map(({ line, reason }) => [
      `rows[${String(lines[line]?.row ?? 0)}].hours`,
      [refusalMessage('coordination', refused(reason))],
    ]),
  );
  return rejected(submission.reply({ fieldErrors }));
});

export const meta = pageTitle<typeof loader>((t) => t('coordination:sheet.title'));

export default function TypeSheetOver() {
  const { name, slug, block, people, rows, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('coordination');
  const crumbs = [
    { label: t('crumb'), href: '/coordinatie' },
    { label: <Written>{name}</Written>, href: `/coordinatie/${slug}` },
  ];
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
        title={t('sheet.title')}
        lead={t('sheet.lead')}
        tone="plain"
      />
      {block !== null ? (
        <Notice>{t(`refusal.${block}`)}</Notice>
      ) : people.length === 0 ? (
        <EmptyState
          title={t('sheet.nobody')}
          stampId="lege-lijst"
          action={<ButtonLink href={`/coordinatie/${slug}/aanmelden`}>{t('page.door')}</ButtonLink>}
        >
          <p>{t('sheet.nobodyText')}</p>
        </EmptyState>
      ) : (
        <SheetForm people={people} rows={rows} formKey={formKey} reply={reply} />
      )}
    </Page>
  );
}

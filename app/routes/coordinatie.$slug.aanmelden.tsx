import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { doorForm } from '#app/modules/allowances/activity-form.ts';
import { signUpAtDoor } from '#app/modules/allowances/commands/sign-up-at-door.server.ts';
import { coordinates } from '#app/modules/allowances/policy.ts';
import { coordinatedActivity } from '#app/modules/allowances/queries/coordinated-activity.query.server.ts';

export const loader = guardLoader(coordinates, async ({ database, actor, params, now }) => {
  const activity = await coordinatedActivity(database, actor, params.slug ?? '', dayInAmsterdam(now));
  if (activity === null || !activity.mayWork) throw notFound();
  return { name: activity.name, slug: activity.slug, isOpen: activity.state === 'open' };
});

export const action = guardAction(coordinates, async ({ database, actor, params, form, context, platform, now }) => {
  const activity = await coordinatedActivity(database, actor, params.slug ?? '', dayInAmsterdam(now));
  if (activity === null) throw notFound();
  const submission = parseForm(form, doorForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const signedUp = await signUpAtDoor({ activityId: activity.id, ...submission.value }, signedInContext(context));
  if (signedUp.ok)
    return goTo(`/coordinatie/${activity.slug}/aanmelden`, platform, {
      tone: 'success',
      message: 'coordination:door.done',
    });
  return data(submission.reply({ formErrors: [refusalMessage('coordination', signedUp)] }), {
    status: refusalStatus(signedUp.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('coordination:door.title'));

export default function SignUpAtTheDoor() {
  const { name, slug, isOpen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('coordination');
  const [form, fields] = useForm<{ name: string; email: string }>({
    id: 'aanmelden',
    lastResult: reply,
    constraint: { name: { required: true, maxLength: 80 }, email: { required: true } },
  });
  const labels = { name: t('door.name'), email: t('door.email') };
  const crumbs = [
    { label: t('crumb'), href: '/coordinatie' },
    { label: <Written>{name}</Written>, href: `/coordinatie/${slug}` },
  ];
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
        title={t('door.title')}
        lead={<Quoting text={t('door.lead', { name })} written={name} />}
        tone="plain"
      />
      {isOpen ? (
        <FormFrame form={form} labels={labels}>
          <TextField field={fields.name} label={labels.name} autoComplete="off" />
          <TextField
            field={fields.email}
            label={labels.email}
            hint={t('door.emailHint')}
            type="email"
            autoComplete="off"
          />
          <Notice>{t('door.said')}</Notice>
          <ButtonRow>
            <SubmitButton>{t('door.submit')}</SubmitButton>
          </ButtonRow>
        </FormFrame>
      ) : (
        <Notice>{t('page.closed')}</Notice>
      )}
    </Page>
  );
}

import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { BenefitsNotice } from '#app/components/volunteering/benefits-notice.tsx';
import { CircumstancesForm } from '#app/components/volunteering/circumstances-form.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { tellCircumstances } from '#app/modules/allowances/commands/tell-circumstances.server.ts';
import { ownCircumstances } from '#app/modules/allowances/queries/own-allowances.query.server.ts';
import { circumstancesForm } from '#app/modules/allowances/volunteer-form.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, context, now }) => {
  const year = dayInAmsterdam(now).slice(0, 4);
  return { year, circumstances: await ownCircumstances(database, signedInContext(context).actor, Number(year)) };
});

export const action = guardAction(signedIn, async ({ form, context, platform, now }) => {
  const today = dayInAmsterdam(now);
  const submission = parseForm(form, circumstancesForm(today));
  if (submission.status !== 'success') return rejected(submission.reply());
  const { turns21On, elsewhere: amount } = submission.value;
  const year = Number(today.slice(0, 4));
  await tellCircumstances({ turns21On, elsewhere: { year, amount } }, signedInContext(context));
  return goTo('/mijn-vergoedingen', platform, { tone: 'success', message: 'volunteering:about.saved' });
});

export const meta = pageTitle<typeof loader>((t) => t('volunteering:about.title'));

export default function AboutYou() {
  const { year, circumstances } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('volunteering');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('mine.title'), href: '/mijn-vergoedingen' }]} />}
        title={t('about.title')}
        lead={t('about.lead')}
        tone="plain"
      />
      <CircumstancesForm circumstances={circumstances} year={year} reply={reply} />
      <BenefitsNotice />
    </Page>
  );
}

import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { GroupForm } from '#app/components/portfolio/group-form.tsx';
import { OwnPortfolios } from '#app/components/portfolio/own-portfolios.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { makeGroup } from '#app/modules/portfolios/commands/make-group.server.ts';
import { groupForm } from '#app/modules/portfolios/form.ts';
import { ownPortfolios } from '#app/modules/portfolios/queries/own-portfolios.query.server.ts';
import { wijken } from '#app/modules/programme/queries/areas.query.server.ts';

export const loader = guardLoader(signedIn, async ({ context, database }) => {
  const { actor } = signedInContext(context);
  const [areas, own] = await Promise.all([wijken(database), ownPortfolios(database, actor)]);
  return { wijken: areas, own, formKey: newId() };
});

export const action = guardAction(signedIn, async ({ form, context, platform }) => {
  const submission = parseForm(form, groupForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const made = await makeGroup(submission.value, signedInContext(context));
  if (made.ok)
    return goTo(`/portfolios/${made.value}/bewerken`, platform, { tone: 'success', message: 'portfolios:group.saved' });
  const message = refusalMessage('portfolios', made);
  const reply = made.reason === 'area-unknown' ? { fieldErrors: { area: [message] } } : { formErrors: [message] };
  return data(submission.reply(reply), { status: refusalStatus(made.reason) });
});

export const meta = pageTitle<typeof loader>((t) => t('portfolios:group.title'));

export default function NewGroup() {
  const { wijken: areas, own, formKey } = useLoaderData<typeof loader>();
  const { t } = useTranslation('portfolios');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/portfolios' }]} />}
        title={t('group.title')}
        lead={t('group.lead')}
        tone="plain"
      />
      <Notice>
        {t('group.plan')} <a href="/initiatieven/nieuw">{t('group.planLink')}</a>
      </Notice>
      {own.length === 0 ? null : (
        <Section title={t('group.already')}>
          <OwnPortfolios portfolios={own} />
        </Section>
      )}
      <GroupForm formKey={formKey} wijken={areas} reply={useActionData<typeof action>()} />
    </Page>
  );
}

import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { GatheringForm } from '#app/components/gathering/gathering-form.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { planGathering } from '#app/modules/gatherings/commands/plan-gathering.server.ts';
import { contentOf, newGatheringForm, refusedGathering } from '#app/modules/gatherings/form.ts';
import { yearOf } from '#app/modules/gatherings/gathering.ts';
import { organises } from '#app/modules/gatherings/policy.ts';
import { areaChoices } from '#app/modules/gatherings/queries/areas.query.server.ts';
import { hostChoices } from '#app/modules/gatherings/queries/organiser.query.server.ts';

export const loader = guardLoader(organises, async ({ database, url, now }) => {
  // nobody plans in a year that is past
  const areas = (await areaChoices(database)).filter(({ year }) => year >= yearOf(now));
  const asked = url.searchParams.get('gebied') ?? '';
  return {
    areas,
    organisations: await hostChoices(database),
    gatheringAreaId: areas.some(({ id }) => id === asked) ? asked : '',
    formKey: newId(),
  };
});

export const action = guardAction(organises, async ({ form, context, platform }) => {
  const submission = parseForm(form, newGatheringForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { formKey } = submission.value;
  const planned = await planGathering({ formKey, content: contentOf(submission.value) }, signedInContext(context));
  if (planned.ok)
    return goTo(`/ontmoet-werk/${planned.value}`, platform, { tone: 'success', message: 'gatheringWork:form.planned' });
  return data(submission.reply(refusedGathering(planned.reason, refusalMessage('gatheringWork', planned))), {
    status: refusalStatus(planned.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('gatheringWork:form.newTitle'));

export default function PlanGathering() {
  const { areas, organisations, gatheringAreaId, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('gatheringWork');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/ontmoet-werk' }]} />}
        title={t('form.newTitle')}
        lead={t('form.newLead')}
        tone="plain"
      />
      <GatheringForm
        areas={areas}
        organisations={organisations}
        hidden={{ formKey }}
        reply={reply}
        filledIn={{
          form: 'rounds',
          gatheringAreaId,
          begins: '19:00',
          ends: '21:30',
          capacity: '60',
          languages: ['nl'],
        }}
        submitLabel={t('form.plan')}
      />
    </Page>
  );
}

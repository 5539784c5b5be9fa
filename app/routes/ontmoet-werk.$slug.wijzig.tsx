import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { GatheringForm } from '#app/components/gathering/gathering-form.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { clockInAmsterdam } from '#app/kernel/amsterdam-time.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { changeGathering } from '#app/modules/gatherings/commands/plan-gathering.server.ts';
import { changeGatheringForm, contentOf, refusedGathering } from '#app/modules/gatherings/form.ts';
import { yearOf } from '#app/modules/gatherings/gathering.ts';
import { areaChoices } from '#app/modules/gatherings/queries/areas.query.server.ts';
import { hostChoices, workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const { slug, title, state, revision, form, about, gatheringAreaId, venueName, venueAddress } = gathering;
  const { languages, childCare, accessibility, hosts, startsAt, endsAt, capacity } = gathering;
  return {
    ...{ slug, title, revision },
    isOver: state === 'closed' || state === 'cancelled',
    areas: (await areaChoices(database)).filter(({ year }) => year >= yearOf(startsAt)),
    organisations: await hostChoices(database),
    filledIn: {
      ...{ form, title, about, gatheringAreaId, venueName, venueAddress, languages, childCare, accessibility, hosts },
      day: dayInAmsterdam(startsAt),
      begins: clockInAmsterdam(startsAt),
      ends: clockInAmsterdam(endsAt),
      capacity: String(capacity),
    },
  };
});

export const action = guardAction(signedIn, async ({ database, actor, params, form, context, platform }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering?.access !== 'run') throw notFound();
  const submission = parseForm(form, changeGatheringForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const order = {
    gatheringId: gathering.id,
    revision: submission.value.revision,
    content: contentOf(submission.value),
  };
  const changed = await changeGathering(order, signedInContext(context));
  if (changed.ok)
    return goTo(`/ontmoet-werk/${gathering.slug}`, platform, { tone: 'success', message: 'gatheringWork:form.saved' });
  return data(submission.reply(refusedGathering(changed.reason, refusalMessage('gatheringWork', changed))), {
    status: refusalStatus(changed.reason),
  });
});

export const meta = pageTitle<typeof loader>((t) => t('gatheringWork:form.changeTitle'));

export default function ChangeGathering() {
  const { slug, title, revision, isOver, areas, organisations, filledIn } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('gatheringWork');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/ontmoet-werk' },
              { label: <Written>{title}</Written>, href: `/ontmoet-werk/${slug}` },
            ]}
          />
        }
        title={t('form.changeTitle')}
        lead={t('form.changeLead')}
        tone="plain"
      />
      {isOver && reply === undefined ? (
        <Notice>{t('refusal.gathering-over')}</Notice>
      ) : (
        <GatheringForm
          areas={areas}
          organisations={organisations}
          hidden={{ revision }}
          reply={reply}
          filledIn={filledIn}
          submitLabel={t('form.save')}
        />
      )}
    </Page>
  );
}

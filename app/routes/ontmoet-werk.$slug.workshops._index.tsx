import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { WorkCrumbs } from '#app/components/evening/work-crumbs.tsx';
import { WorkshopWork } from '#app/components/evening/workshop-work.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, notFound, refusalMessage } from '#app/http/respond.server.ts';
import { giveBackPlace, takeWorkshopPlace } from '#app/modules/gatherings/commands/take-workshop-place.server.ts';
import { whoIsIn, workshopPeople, workshopsOf } from '#app/modules/gatherings/queries/evening.query.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.access === 'read') throw notFound();
  const { id, slug, title, state, access } = gathering;
  return {
    ...{ slug, title },
    runs: access === 'run',
    isOver: state === 'closed' || state === 'cancelled',
    workshops: await workshopsOf(database, id),
    places: await workshopPeople(database, id),
    people: await whoIsIn(database, id),
  };
});

export const action = guardAction(signedIn, async ({ database, actor, params, form, context, platform }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.access === 'read') throw notFound();
  const here = `/ontmoet-werk/${gathering.slug}/workshops`;
  const isBack = formText(form, 'intent') === 'take-out';
  const order = {
    ...{ gatheringId: gathering.id, registrationId: null },
    ...{ workshopId: formText(form, 'workshopId'), forId: formText(form, 'forId') },
  };
  const outcome = await (isBack ? giveBackPlace : takeWorkshopPlace)(order, context);
  return goTo(here, platform, {
    tone: outcome.ok ? 'success' : 'warning',
    message: outcome.ok
      ? `eveningWork:workshops.${isBack ? 'takenOut' : 'added'}`
      : refusalMessage('eveningPart', outcome),
  });
});

export const meta = pageTitle<typeof loader>((t, { title }) => `${t('eveningWork:workshops.title')}: ${title}`);

export default function WorkshopsOfWork() {
  const { slug, title, runs, isOver, workshops, places, people } = useLoaderData<typeof loader>();
  const { t } = useTranslation('eveningWork');
  const here = `/ontmoet-werk/${slug}/workshops`;
  const turns = [...new Set(workshops.map(({ turn }) => turn))];
  return (
    <Page>
      <PageHeader
        breadcrumbs={<WorkCrumbs slug={slug} title={title} />}
        title={t('workshops.title')}
        lead={t('workshops.lead')}
        tone="plain"
        actions={
          runs && !isOver ? (
            <ButtonLink href={`${here}/nieuw`} icon="plus">
              {t('workshops.new')}
            </ButtonLink>
          ) : undefined
        }
      />
      {workshops.length === 0 ? <p>{t('workshops.none')}</p> : null}
      {turns.map((turn) => (
        <Section key={turn} title={t('workshops.turn', { turn })}>
          <ul className="flex flex-col gap-6">
            {workshops
              .filter((one) => one.turn === turn)
              .map((workshop) => (
                <li key={workshop.id}>
                  <WorkshopWork
                    workshop={workshop}
                    inIt={places.filter(({ workshopId }) => workshopId === workshop.id)}
                    people={people}
                    changeHref={runs && !isOver ? `${here}/${workshop.id}` : null}
                    mayPlace={!isOver}
                  />
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
}

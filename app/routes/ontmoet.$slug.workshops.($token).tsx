import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { FollowsLive } from '#app/components/evening/follows-live.tsx';
import { MustJoin } from '#app/components/evening/must-join.tsx';
import { WorkshopChoice } from '#app/components/evening/workshop-choice.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { ownPart, ownPartHeaders } from '#app/http/own-part.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalMessage } from '#app/http/respond.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import { giveBackPlace, takeWorkshopPlace } from '#app/modules/gatherings/commands/take-workshop-place.server.ts';
import { placesOf, workshopsOf } from '#app/modules/gatherings/queries/evening.query.server.ts';
import { liveNumber } from '#app/modules/gatherings/queries/live.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async (args) => {
  const { database } = args;
  const { gathering, registrationId, isInRoom } = await ownPart(args);
  const since = await liveNumber(database, gathering.id);
  const { slug, title, state } = gathering;
  return data(
    {
      ...{ slug, title, since, isInRoom },
      isOver: state === 'closed',
      comes: registrationId !== null,
      workshops: await workshopsOf(database, gathering.id),
      mine: registrationId === null ? [] : await placesOf(database, registrationId),
    },
    { headers: ownPartHeaders },
  );
});

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const action = guardSensitiveAction(everyone, async (args) => {
  const { database, context, form, platform, url } = args;
  const { gathering, registrationId } = await ownPart(args);
  const workshopId = formText(form, 'workshopId');
  const order = { gatheringId: gathering.id, registrationId, workshopId };
  const isBack = formText(form, 'intent') === 'give-back';
  const before = await workshopsOf(database, gathering.id);
  const workshop = before.find(({ id }) => id === workshopId);
  const { title = '' } = workshop ?? {};
  const outcome = await (isBack ? giveBackPlace : takeWorkshopPlace)(order, context);
  const here = url.pathname.replace(/\.data$/, '');
  if (outcome.ok)
    return goTo(`${here}#workshop-${workshopId}`, platform, {
      tone: 'success',
      message: formMessage(isBack ? 'evening:workshops.givenBack' : 'evening:workshops.taken', { title }),
    });
  if (outcome.reason !== 'workshop-full')
    return goTo(here, platform, { tone: 'warning', message: refusalMessage('evening', outcome) });
  const others = (await workshopsOf(database, gathering.id))
    .filter(({ turn, placesLeft }) => turn === workshop?.turn && placesLeft > 0)
    .map((one) => one.title);
  const message =
    others.length === 0
      ? formMessage('evening:workshops.fullNone', { title: title.slice(0, 60) })
      : formMessage('evening:workshops.fullOthers', {
          title: title.slice(0, 60),
          others: others.join(', ').slice(0, 100),
        });
  return goTo(here, platform, { tone: 'warning', message: message.slice(0, 300) });
});

export const handle = { hydrate: true };

export const meta = pageTitle<typeof loader>((t, { title }) => `${t('evening:workshops.title')}: ${title}`);

export default function Workshops() {
  const { slug, title, since, isInRoom, isOver, comes, workshops, mine } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evening');
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: <Written>{title}</Written>, href: `/ontmoet/${slug}` }]} />}
        title={t('workshops.title')}
        lead={t('workshops.lead')}
        tone="plain"
      >
        {isInRoom && !isOver ? <FollowsLive slug={slug} since={since} kinds={['workshop']} /> : null}
      </PageHeader>
      {isOver ? <Notice>{t('workshops.closed')}</Notice> : null}
      {comes ? null : <MustJoin slug={slug} />}
      {workshops.length === 0 ? (
        <EmptyState title={t('workshops.none')} stampId={`workshops-${slug}`}>
          <p>{t('workshops.noneText')}</p>
        </EmptyState>
      ) : (
        <WorkshopChoice workshops={workshops} mine={mine} mayChoose={comes && !isOver} />
      )}
    </Page>
  );
}

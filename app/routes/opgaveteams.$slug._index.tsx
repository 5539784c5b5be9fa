import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActionList } from '#app/components/action/action-list.tsx';
import { Written } from '#app/components/content/written.tsx';
import { AgendaItems } from '#app/components/evening-report/agenda-items.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { BodyActielijnen } from '#app/components/overview/body-actielijnen.tsx';
import { BodyCriteria } from '#app/components/overview/body-criteria.tsx';
import { BodyDecisions, BodyInitiatives, BodyMoney, BodyRounds } from '#app/components/overview/body-sections.tsx';
import { BodyFacts, BodyPeople } from '#app/components/overview/body-people.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { FollowBox } from '#app/components/subscription/follow-box.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { withHead } from '#app/http/page-head.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { actionsOfBody } from '#app/modules/actions/queries/public-actions.query.server.ts';
import { agendaItemsForBody } from '#app/modules/gatherings/queries/agenda-items.query.server.ts';
import { bodyData } from '#app/modules/opendata/structured-data.ts';
import { bodyPage } from '#app/modules/overview/queries/body-page.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { writesTexts } from '#app/modules/programme/policy.ts';
import { bodyTextView } from '#app/modules/programme/queries/body-texts.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, actor, now, locale, params }) => {
  const body = await bodyPage(database, params.slug ?? '', dayInAmsterdam(now), locale);
  if (body === null) throw notFound();
  // only for who edits texts: everybody else is spared the question
  const texts = writesTexts(actor).ok ? await bodyTextView(database, actor, body.slug) : null;
  const asked = await agendaItemsForBody(database, body.slug);
  const actions = await actionsOfBody(database, body.slug, now);
  return { body, asked, actions, mayWrite: texts?.mayWrite ?? false };
});

export const handle = { kept: keptPage() };

export const meta = withHead<typeof loader>(
  pageTitle<typeof loader>(
    (_t, { body }) => body.name,
    (_t, { body }) => body.remit,
  ),
  ({ body }, site) => ({ feed: `/feeds/teams/${body.slug}.atom`, data: bodyData(body, site) }),
);

/** Bodies that decide on plans; the board and the office do not. */
const takesPlans = ['opgaveteam', 'wijkalliantie', 'werkgroep'];

export default function Body() {
  const { body, asked, actions, mayWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['programme', 'eveningReport', 'meetings']);
  const decides = takesPlans.includes(body.kind);
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('bodies.title'), href: '/opgaveteams' }]} />}
        eyebrow={t(`kind.${body.kind}`)}
        title={<Written>{body.name}</Written>}
        lead={body.remit}
        stampId={body.slug}
        actions={
          decides || mayWrite ? (
            <>
              {body.kind === 'wijkalliantie' ? (
                <ButtonLink href={`/wijkallianties/${body.slug}`} tone="quiet">
                  {t('body.alliance')}
                </ButtonLink>
              ) : null}
              {decides ? <ButtonLink href="/initiatieven/nieuw">{t('body.submit')}</ButtonLink> : null}
              {mayWrite ? (
                <ButtonLink href={`/opgaveteams/${body.slug}/tekst`} tone="quiet" icon="edit">
                  {t('texts.write')}
                </ButtonLink>
              ) : null}
            </>
          ) : undefined
        }
      />
      <TwoColumns
        asideLabel={t('body.facts')}
        aside={
          <>
            <BodyFacts body={body} />
            <BodyPeople body={body} />
            <FollowBox subject={{ kind: 'body', key: body.slug }} />
          </>
        }
      >
        {decides || body.funds.length > 0 ? <BodyMoney slug={body.slug} funds={body.funds} /> : null}
        <BodyRounds rounds={body.rounds} />
        {decides || body.decisionCount > 0 ? (
          <BodyDecisions slug={body.slug} decisions={body.decisions} count={body.decisionCount} />
        ) : null}
        <p>
          <a href={`/vergaderingen?team=${body.slug}`} className="inline-flex min-h-11 items-center">
            {t('meetings:ofBody')}
          </a>
        </p>
        <ActionList lines={actions} of="body" href={`/acties?team=${body.slug}`} />
        {asked.length === 0 ? null : (
          <Section title={t('eveningReport:body.title')}>
            <AgendaItems items={asked} />
          </Section>
        )}
        {decides ? <BodyCriteria criteria={body.criteria} /> : null}
        <BodyActielijnen actielijnen={body.actielijnen} />
      </TwoColumns>
      {decides || body.initiativeCount > 0 ? (
        <BodyInitiatives slug={body.slug} initiatives={body.initiatives} count={body.initiativeCount} />
      ) : null}
    </Page>
  );
}

import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { Lines } from '#app/components/portfolio/lines.tsx';
import { NameList } from '#app/components/portfolio/name-list.tsx';
import { PortfolioFacts } from '#app/components/portfolio/portfolio-facts.tsx';
import { PortfolioStage } from '#app/components/portfolio/portfolio-stage.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { languageName } from '#app/http/language-name.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { contactView } from '#app/modules/portfolios/queries/contact.query.server.ts';
import { portfolioPage } from '#app/modules/portfolios/queries/portfolio-page.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, actor, params, now, locale, t }) => {
  const portfolio = await portfolioPage(database, actor, params.slug ?? '', { today: dayInAmsterdam(now), locale });
  if (portfolio === null) throw notFound();
  const contact = isSignedIn(actor) ? await contactView(database, actor, portfolio.slug) : null;
  return {
    portfolio,
    isOwn: contact?.isOwn ?? false,
    languages: portfolio.languages.map((code) => languageName(code, locale, t)),
  };
});

export const handle = { kept: keptPage() };

export const meta = pageTitle<typeof loader>(
  (_t, { portfolio }) => portfolio.name,
  (_t, { portfolio }) => portfolio.about.slice(0, 160),
);

export default function Portfolio() {
  const { portfolio, isOwn, languages } = useLoaderData<typeof loader>();
  const { t } = useTranslation('portfolios');
  const { slug, name, kind, stage, about, lines, initiativeSlug, organisation, unreachable, matches } = portfolio;
  const canWrite = unreachable === null && !isOwn;
  const reactHref = canWrite ? (line: { id: string }) => `/portfolios/${slug}/bericht?regel=${line.id}` : null;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/portfolios' }]} />}
        title={<Written>{name}</Written>}
        stampId={portfolio.id}
        actions={
          isOwn ? (
            <ButtonLink href={`/portfolios/${slug}/bewerken`} icon="edit">
              {t('page.edit')}
            </ButtonLink>
          ) : canWrite ? (
            <ButtonLink href={`/portfolios/${slug}/bericht`} icon="mail">
              {t('page.write')}
            </ButtonLink>
          ) : undefined
        }
      >
        <div className="mt-4">
          <PortfolioStage kind={kind} stage={stage} />
        </div>
      </PageHeader>
      {isOwn ? (
        <Notice title={unreachable === 'closed' ? t('edit.isClosed') : undefined}>
          {unreachable === 'closed' ? t('page.ownClosed') : t('page.own')}
        </Notice>
      ) : null}
      {unreachable === null || isOwn ? null : (
        <Notice title={portfolio.isActive ? undefined : t('page.notActive')}>
          {t(`page.unreachable.${unreachable}`, { what: t(`what.${kind}`) })}
          {unreachable === 'unkept' && (portfolio.canBeClaimed || organisation !== null) ? (
            <>
              {' '}
              {t('page.takeUp')}{' '}
              {portfolio.canBeClaimed ? (
                <a href={`/portfolios/${slug}/erbij-horen`}>{t('page.claimPlan')}</a>
              ) : (
                <a href="/mijn/organisaties">{t('page.claim')}</a>
              )}
            </>
          ) : null}
        </Notice>
      )}
      <TwoColumns asideLabel={t('page.facts')} aside={<PortfolioFacts portfolio={portfolio} languages={languages} />}>
        <div className="grid gap-8 md:grid-cols-2">
          <Section title={t('page.needs')}>
            <Lines
              lines={lines.filter(({ direction }) => direction === 'need')}
              reactHref={reactHref}
              none={t(unreachable === 'unkept' ? 'page.notSaid' : 'page.noNeeds')}
            />
          </Section>
          <Section title={t('page.offers')}>
            <Lines
              lines={lines.filter(({ direction }) => direction === 'offer')}
              reactHref={reactHref}
              none={t(unreachable === 'unkept' ? 'page.notSaid' : 'page.noOffers')}
            />
          </Section>
        </div>
        <Section title={t('page.about')}>
          <div className="prose whitespace-pre-line">
            {about === '' ? t('page.noAbout') : <Written>{about}</Written>}
          </div>
          <p className="mt-4 flex flex-wrap gap-3">
            {initiativeSlug === null ? null : (
              <ButtonLink href={`/initiatieven/${initiativeSlug}`} tone="quiet" iconAfter="arrow-right">
                {t('page.readPlan')}
              </ButtonLink>
            )}
            {kind === 'organisation' && organisation !== null ? (
              <ButtonLink href={`/budgetten/organisaties/${organisation.slug}`} tone="quiet" iconAfter="arrow-right">
                {t('page.readOrganisation')}
              </ButtonLink>
            ) : null}
          </p>
        </Section>
        <NameList title={t('page.initiatives')} portfolios={portfolio.initiatives} />
        <NameList title={t('page.matches')} portfolios={matches} />
        {canWrite ? <p className="text-ink-soft">{t('page.writeText')}</p> : null}
      </TwoColumns>
    </Page>
  );
}

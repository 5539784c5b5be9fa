import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AreaAside } from '#app/components/overview/area-aside.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { InitiativeGrid } from '#app/components/overview/initiative-grid.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { FollowBox } from '#app/components/subscription/follow-box.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { AreaMoney } from '#app/components/overview/area-money.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { withHead } from '#app/http/page-head.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { areaPage } from '#app/modules/overview/queries/area-page.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, locale, params }) => {
  const area = await areaPage(database, params.code ?? '', locale);
  if (area === null) throw notFound();
  return { area };
});

export const handle = { kept: keptPage() };

export const meta = withHead<typeof loader>(
  pageTitle<typeof loader>(
    (_t, { area }) => area.name,
    (t, { area }) => t('programme:area.lead', { count: area.initiativeCount, name: area.name }),
  ),
  ({ area }) => ({ feed: `/feeds/wijken/${area.wijk.code}.atom` }),
);

export default function Area() {
  const { area } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  const crumbs = [
    { label: t('home'), href: '/' },
    ...(area.level === 'buurt' ? [{ label: area.wijk.name, href: `/gebieden/${area.wijk.code}` }] : []),
  ];
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
        eyebrow={t(`area.level.${area.level}`, { wijk: area.wijk.name })}
        title={area.name}
        lead={t('area.lead', { count: area.initiativeCount, name: area.name })}
        stampId={area.code}
        actions={<ButtonLink href="/initiatieven/nieuw">{t('area.submit')}</ButtonLink>}
      />
      <TwoColumns
        asideLabel={t('area.buurten', { name: area.wijk.name })}
        aside={
          <>
            <AreaAside area={area} />
            <FollowBox subject={{ kind: 'wijk', key: area.wijk.code }} />
          </>
        }
      >
        <Section
          title={t('area.initiatives')}
          action={
            area.initiativeCount > area.initiatives.length ? (
              <a href={`/initiatieven?gebied=${area.code}`}>{t('area.all', { count: area.initiativeCount })}</a>
            ) : null
          }
        >
          {area.initiatives.length === 0 ? (
            <EmptyState stampId={`leeg-${area.code}`} title={t('area.none')}>
              <p>{t('area.noneText')}</p>
            </EmptyState>
          ) : (
            <InitiativeGrid initiatives={area.initiatives} label={t('area.initiatives')} />
          )}
          {area.wholeDistrictCount === 0 ? null : (
            <p className="mt-6">
              <a href="/initiatieven?gebied=district" className="inline-block py-2">
                {t('area.district', { count: area.wholeDistrictCount })}
              </a>
            </p>
          )}
        </Section>
        <AreaMoney money={area.money} wijk={area.wijk} level={area.level} />
      </TwoColumns>
    </Page>
  );
}

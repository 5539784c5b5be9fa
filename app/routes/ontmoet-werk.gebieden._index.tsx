import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { AreaList } from '#app/components/gathering/area-list.tsx';
import { AreaMap } from '#app/components/gathering/area-map.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, refusalMessage } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { copyAreas } from '#app/modules/gatherings/commands/change-areas.server.ts';
import { isAreaYear, yearOf } from '#app/modules/gatherings/gathering.ts';
import { organises } from '#app/modules/gatherings/policy.ts';
import { areasOfYear } from '#app/modules/gatherings/queries/areas.query.server.ts';
import { wijken } from '#app/modules/programme/queries/areas.query.server.ts';

export const loader = guardLoader(organises, async ({ database, now, url }) => {
  const asked = Number(url.searchParams.get('jaar'));
  const year = isAreaYear(asked) ? asked : yearOf(now);
  const areas = await areasOfYear(database, year);
  const placed = new Set(areas.flatMap(({ buurten }) => buurten.map(({ code }) => code)));
  const all = (await wijken(database)).flatMap(({ buurten }) => buurten);
  return { year, areas, loose: all.filter(({ code }) => !placed.has(code)).map(({ name }) => name) };
});

export const action = guardAction(organises, async ({ form, context, platform }) => {
  const year = Number(formText(form, 'year'));
  if (!isAreaYear(year)) throw turnAway(400);
  const copied = await copyAreas({ year }, signedInContext(context));
  const here = `/ontmoet-werk/gebieden?jaar=${String(year)}`;
  return copied.ok
    ? goTo(here, platform, { tone: 'success', message: 'gatheringWork:area.copied' })
    : goTo(here, platform, { tone: 'warning', message: refusalMessage('gatheringWork', copied) });
});

export const meta = pageTitle<typeof loader>((t, { year }) => t('gatheringWork:area.title', { year }));

export default function WorkOnAreas() {
  const { year, areas, loose } = useLoaderData<typeof loader>();
  const { t } = useTranslation('gatheringWork');
  const here = '/ontmoet-werk/gebieden';
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/ontmoet-werk' }]} />}
        title={t('area.title', { year })}
        lead={t('area.lead')}
        tone="plain"
        actions={
          <ButtonLink href={`${here}/nieuw?jaar=${String(year)}`} icon="plus">
            {t('area.new')}
          </ButtonLink>
        }
      >
        <nav aria-label={t('area.year')} className="no-print mt-2 flex flex-wrap gap-x-6">
          {[year - 1, year + 1].filter(isAreaYear).map((one) => (
            <a key={one} href={`${here}?jaar=${String(one)}`} className="inline-flex min-h-11 items-center">
              {t(one > year ? 'area.toNext' : 'area.toBefore', { year: one })}
            </a>
          ))}
        </nav>
      </PageHeader>
      {areas.length === 0 ? (
        <form method="post">
          <input type="hidden" name="year" value={year} />
          <ButtonRow>
            <SubmitButton tone="quiet">{t('area.copy')}</SubmitButton>
          </ButtonRow>
        </form>
      ) : (
        <TwoColumns asideLabel={t('area.title', { year })} aside={<AreaMap areas={areas} year={year} />}>
          <p className="mb-6 max-w-prose">
            {loose.length === 0
              ? t('area.allPlaced')
              : t('area.left', { count: loose.length, names: loose.join(', ') })}
          </p>
          <AreaList
            areas={areas}
            titleOf={({ id, name }) => (
              <a href={`${here}/${id}`}>
                <Written>{name}</Written>
              </a>
            )}
          />
        </TwoColumns>
      )}
    </Page>
  );
}

import type { MapArea } from '#app/components/figures/district-map.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { inDemoMode } from '#app/modules/people/policy.ts';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { areaPaths, areaViewBox } from '#prisma/programme/area-shapes.ts';
import { areas } from '#prisma/programme/areas.ts';
import { DetailSpecimens, FigureSpecimens, ListSpecimens } from './content-specimens.tsx';
import { FormSpecimens } from './form-specimens.tsx';
import { Foundations } from './foundations.tsx';

const mapAreas: MapArea[] = areas
  .filter(({ level }) => level === 'buurt')
  .map((area, index) => {
    const level = ([0, 1, 2, 0, 3, 1, 4] as const)[index % 7] ?? 0;
    return {
      code: area.code,
      name: area.name,
      path: areaPaths[area.code] ?? '',
      href: `/initiatieven?buurt=${area.code}`,
      level,
      note: level === 1 ? '1 initiatief' : `${level} initiatieven`,
      highlighted: area.code === 'FC02',
    };
  });

export const loader = guardLoader(inDemoMode, () => ({}));

export const meta = pageTitle<typeof loader>(() => 'Stijl');

/** The living style page: every component with real words, to look at and to test. */
export default function StylePage() {
  return (
    <Page>
      <PageHeader
        large
        eyebrow="Voor wie hier bouwt"
        title="De wijk heeft plannen. En een beurs."
        lead="Bewoners van Nieuw-West dienen hun plan in, vinden elkaar en zien wie er over het geld besluit."
        stampId="voorpagina"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: 'Voorpagina', href: '/' }]} />}
        actions={
          <>
            <ButtonLink href="/initiatieven/nieuw">Dien je plan in</ButtonLink>
            <ButtonLink href="/initiatieven" tone="quiet" iconAfter="arrow-right">
              Bekijk wat er al is
            </ButtonLink>
          </>
        }
      />
      <Foundations />
      <ListSpecimens />
      <DetailSpecimens />
      <FigureSpecimens areas={mapAreas} viewBox={`0 0 ${areaViewBox.width} ${areaViewBox.height}`} />
      <FormSpecimens />
    </Page>
  );
}

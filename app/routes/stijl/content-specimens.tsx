import { BudgetMeter } from '#app/components/figures/budget-meter.tsx';
import { DistrictMap, type MapArea } from '#app/components/figures/district-map.tsx';
import { ScoreBar } from '#app/components/figures/score-bar.tsx';
import { SpreadPlot } from '#app/components/figures/spread-plot.tsx';
import { DataTable } from '#app/components/content/data-table.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { FilterBar, FilterSelect } from '#app/components/content/filter-bar.tsx';
import { Money } from '#app/components/content/money.tsx';
import { Pagination } from '#app/components/content/pagination.tsx';
import { SearchBox } from '#app/components/content/search-box.tsx';
import { Stepper } from '#app/components/content/stepper.tsx';
import { Timeline } from '#app/components/content/timeline.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { InitiativeCard } from '#app/components/initiative/initiative-card.tsx';
import { StageBadge, stageNames } from '#app/components/initiative/stage-badge.tsx';
import { AreaTag, OrganisationTag, ThemeTag } from '#app/components/initiative/tags.tsx';
import { Card, CardGrid } from '#app/components/page/card.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Fold } from '#app/components/page/fold.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Section } from '#app/components/page/section.tsx';
import { ShareLinks } from '#app/components/page/share-links.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { type BudgetRow, budgets, initiatives, scores, timeline } from './samples.ts';
import { Specimen } from './specimen.tsx';

/** Lists and their filters. */
export function ListSpecimens() {
  return (
    <>
      <Section title="Initiatieven" action={<a href="/initiatieven">Alle 84 initiatieven</a>}>
        <div className="flex flex-col gap-8">
          <FilterBar
            action="/stijl"
            activeCount={1}
            search={<SearchBox label="Zoek een initiatief" placeholder="Bijvoorbeeld: huiswerk" />}
          >
            <FilterSelect
              name="thema"
              label="Onderwerp"
              value="jeugd"
              all="Alles"
              options={[{ value: 'jeugd', label: 'Kansen voor de jeugd' }]}
            />
            <FilterSelect
              name="buurt"
              label="Buurt"
              value=""
              all="Alles"
              options={[{ value: 'FC', label: 'Slotermeer-West' }]}
            />
            <FilterSelect
              name="fase"
              label="Hoe ver"
              value=""
              all="Alles"
              options={[{ value: 'running', label: 'Bezig' }]}
            />
          </FilterBar>
          <CardGrid label="Initiatieven">
            {initiatives.map((initiative) => (
              <li key={initiative.id}>
                <InitiativeCard {...initiative} />
              </li>
            ))}
          </CardGrid>
          <Pagination page={3} pageCount={9} hrefFor={(page) => `/stijl?bladzijde=${page}`} />
        </div>
      </Section>
      <Section title="Fasen">
        <ul className="flex flex-wrap gap-3">
          {stageNames.map((stage) => (
            <li key={stage}>
              <StageBadge stage={stage} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Leeg">
        <EmptyState
          stampId="mijn-initiatieven"
          title="Je hebt nog geen plan ingediend"
          action={<ButtonLink href="/initiatieven/nieuw">Begin je plan</ButtonLink>}
        >
          Een plan mag klein zijn. Je hebt ongeveer een half uur nodig en kunt altijd later verder.
        </EmptyState>
      </Section>
    </>
  );
}

/** One initiative: where it stands, what it is. */
export function DetailSpecimens() {
  return (
    <Section title="Hoe staat het ervoor?">
      <TwoColumns
        asideLabel="Feiten"
        aside={
          <>
            <Card tone="surface">
              <Facts
                facts={[
                  { term: 'Gevraagd', value: <Money cents={cents(1_845_050)} /> },
                  { term: 'Ingediend op', value: <DateText value={calendarDate('2024-02-05')} /> },
                  {
                    term: 'Door',
                    value: <OrganisationTag name="Stichting Studiezalen" />,
                  },
                  { term: 'Waar', value: <AreaTag name="Slotermeer-Zuidoost" /> },
                  { term: 'Onderwerp', value: <ThemeTag name="Kansen voor de jeugd" /> },
                ]}
              />
            </Card>
            <Notice tone="info" title="Past hierbij">
              Het buurthuis aan de Burgemeester de Vlugtlaan heeft op maandag een zaal vrij.
            </Notice>
            <ShareLinks text="Tuin & keuken" address="https://localhost/initiatieven/tuin-en-keuken" />
          </>
        }
      >
        <Timeline steps={timeline} />
        <div className="flex flex-col gap-4">
          <Notice tone="success" title="Je plan is ingediend">
            Het loket kijkt er uiterlijk dinsdag 19 februari naar.
          </Notice>
          <Notice tone="warning" title="Er is een vraag voor je">
            Het loket wil weten hoeveel kinderen er komen.
          </Notice>
          <Notice tone="danger" title="Er zit niet genoeg in dit fonds">
            Er is nog € 4.300,00 over. Kies een lager bedrag of een ander fonds.
          </Notice>
        </div>
        <Fold title="Stemmen per plan" note="Van 33 tot 37 stemmen">
          <p>Een deel dat weinig mensen nodig hebben.</p>
        </Fold>
        <Specimen name="<Stepper />">
          <Stepper
            label="Stappen van je plan"
            steps={[
              { title: 'Je idee', href: '#', state: 'done' },
              { title: 'Waar en voor wie', href: '#', state: 'done' },
              { title: 'Wat het kost', state: 'current' },
              { title: 'Wie meedoet', state: 'ahead' },
              { title: 'Nakijken', state: 'ahead' },
            ]}
          />
        </Specimen>
      </TwoColumns>
    </Section>
  );
}

/** Money, scores and the map. */
export function FigureSpecimens({ areas, viewBox }: { areas: MapArea[]; viewBox: string }) {
  return (
    <>
      <Section title="Waar het geld is">
        <div className="flex flex-col gap-10">
          <BudgetMeter
            label="Bestedingsplan 2024"
            budget={cents(299_500_000)}
            committed={cents(72_760_000)}
            paid={cents(111_904_525)}
          />
          <DataTable<BudgetRow>
            caption="Per opgaveteam"
            rows={budgets}
            rowKey={(row) => row.name}
            columns={[
              { key: 'name', header: 'Opgaveteam', cell: (row) => <a href="/opgaveteams">{row.name}</a> },
              { key: 'budget', header: 'Budget', numeric: true, cell: (row) => <Money cents={row.budget} /> },
              { key: 'committed', header: 'Toegezegd', numeric: true, cell: (row) => <Money cents={row.committed} /> },
              { key: 'paid', header: 'Uitbetaald', numeric: true, cell: (row) => <Money cents={row.paid} /> },
              { key: 'left', header: 'Nog over', numeric: true, cell: (row) => <Money cents={row.left} /> },
            ]}
            footer={{
              name: 'Samen',
              budget: <Money cents={cents(299_500_000)} />,
              committed: <Money cents={cents(72_760_000)} />,
              paid: <Money cents={cents(111_904_525)} />,
              left: <Money cents={cents(114_835_475)} />,
            }}
          />
        </div>
      </Section>
      <Section title="Punten">
        <div className="grid gap-12 lg:grid-cols-2">
          <div className="flex flex-col gap-6">
            {scores.map((row) => (
              <ScoreBar
                key={row.key}
                label={row.label}
                score={row.average}
                max={4}
                minimum={row.key === 'support' ? null : 2}
              />
            ))}
          </div>
          <SpreadPlot rows={scores} max={4} />
        </div>
      </Section>
      <Section title="Kaart">
        <DistrictMap label="Initiatieven per buurt" viewBox={viewBox} areas={areas} className="max-w-3xl" />
      </Section>
    </>
  );
}

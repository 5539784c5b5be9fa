import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { ReportView as Report } from '#app/modules/gatherings/outcome-views.ts';
import { Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';
import { AgendaItems } from './agenda-items.tsx';
import { ReportNumbers } from './report-numbers.tsx';
import { TallySection } from './tally-section.tsx';

/** A report, as everybody reads it. The organiser sees the same before publishing. */
export function ReportBody({ report, isOut = true }: { report: Report; isOut?: boolean }) {
  const { t, i18n } = useTranslation('eveningReport');
  const { intro, numbers, clusters, piles, matches, drafts, promises, names, items, tally } = report;
  return (
    <>
      {intro === '' ? null : (
        <div className="prose max-w-prose text-lg break-words whitespace-pre-line">
          <Written>{intro}</Written>
        </div>
      )}
      {clusters.length === 0 ? null : (
        <Section title={t('questions')} lead={t('questionsLead')}>
          <Piles
            piles={clusters}
            itemOf={({ id, text }) => (
              <li key={id} className="break-words">
                <Written>{text}</Written>
                {isOut ? <WayLink href={`/inbreng/ontwerpvraag/${id}`} of={text} /> : null}
              </li>
            )}
          />
        </Section>
      )}
      {items.length === 0 ? null : (
        <Section title={t('items')} lead={t('itemsLead')} id="gevraagd">
          <AgendaItems items={items} />
        </Section>
      )}
      {promises.length === 0 ? null : (
        <Section title={t('promises')} lead={t('promisesLead')}>
          <ul className="flex flex-col gap-4">
            {promises.map(({ id, what, promiser, dueOn, portfolio }) => (
              <li key={id} className="rounded bg-surface p-4">
                <p className="text-lg break-words">
                  <Written>{what}</Written>
                </p>
                <p className="text-ink-soft">
                  {promiser === '' ? null : `${promiser} · `}
                  {portfolio === null ? null : (
                    <>
                      <PortfolioName {...portfolio} />
                      {' · '}
                    </>
                  )}
                  {t('by', { day: dateText(dueOn, 'day', i18n.language) })}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {matches.length === 0 ? null : (
        <Section title={t('matches')} lead={t('matchesLead')}>
          <ul className="flex flex-col gap-2">
            {matches.map(({ id, one, other }) => (
              <li key={id}>
                <PortfolioName {...one} /> <span aria-hidden="true">↔</span> <PortfolioName {...other} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {piles.length === 0 ? null : (
        <Section title={t('wall')} lead={t('wallLead')}>
          <Piles
            piles={piles}
            itemOf={({ id, kind, text, portfolios }) => (
              <li key={id} className="break-words">
                <strong>{t(`kind.${noteKindOf(kind)}`)}:</strong> <Written>{text}</Written>
                {portfolios.map((portfolio) => (
                  <span key={portfolio.slug}>
                    {' · '}
                    <PortfolioName {...portfolio} />
                  </span>
                ))}
                {isOut ? <WayLink href={`/inbreng/briefje/${id}`} of={text} /> : null}
              </li>
            )}
          />
        </Section>
      )}
      {drafts === 0 ? null : (
        <Section title={t('drafts')}>
          <p>{drafts === null ? t('draftsFew') : t('draftsText', { count: drafts })}</p>
        </Section>
      )}
      <TallySection tally={tally} />
      <ReportNumbers numbers={numbers} names={names} />
    </>
  );
}

/** To what was done with a question or note; there once the report is out. */
function WayLink({ href, of }: { href: string; of: string }) {
  const { t } = useTranslation('eveningReport');
  return (
    <>
      {' '}
      <a href={href} className="no-print inline-block py-1 text-sm" aria-label={`${t('way')}: ${of}`}>
        {t('way')}
      </a>
    </>
  );
}

const noteKinds = ['idea', 'question', 'offer', 'need'] as const;
const noteKindOf = (kind: string) => noteKinds.find((one) => one === kind) ?? 'idea';

function PortfolioName({ name, slug }: { name: string; slug: string }) {
  return (
    <a href={`/portfolios/${slug}`}>
      <Written>{name}</Written>
    </a>
  );
}

type PilesProps<Item> = {
  piles: readonly { name: string | null; items: readonly Item[] }[];
  itemOf: (item: Item) => ReactElement;
};

function Piles<Item>({ piles, itemOf }: PilesProps<Item>) {
  const { t } = useTranslation('eveningReport');
  const isOnlyLoose = piles.length === 1 && piles[0]?.name === null;
  return (
    <div className="flex flex-col gap-6">
      {piles.map(({ name, items }) => (
        <div key={name ?? ''}>
          {isOnlyLoose ? null : (
            <h3 className="mb-2 text-xl">{name === null ? t('loose') : <Written>{name}</Written>}</h3>
          )}
          <ul className="flex list-disc flex-col gap-2 pl-5">{items.map(itemOf)}</ul>
        </div>
      ))}
    </div>
  );
}

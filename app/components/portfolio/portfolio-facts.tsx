import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { phases } from '#app/modules/portfolios/portfolio.ts';
import type { PortfolioPageView } from '#app/modules/portfolios/views.ts';
import { Facts } from '../content/facts.tsx';
import { Written } from '../content/written.tsx';
import { Card } from '../page/card.tsx';

type PortfolioFactsProps = {
  portfolio: PortfolioPageView;
  /** Names of languages, in the language of the page. */
  languages: readonly string[];
};

/** Where, what about, in which languages, and of whom; nothing where nothing is known. */
export function PortfolioFacts({ portfolio, languages }: PortfolioFactsProps) {
  const { t } = useTranslation('portfolios');
  const { kind, areas, wholeDistrict, themes, place, organisation, organisationPortfolio } = portfolio;
  const phase = kind === 'group' ? phases.find((one) => one === portfolio.stage) : undefined;
  const places = wholeDistrict
    ? [<span key="district">{t('page.district')}</span>]
    : areas.map(({ code, name }) => (
        <a key={code} href={`/gebieden/${code.slice(0, 2)}`}>
          <Written>{name}</Written>
        </a>
      ));
  const facts = [
    { term: t('page.phase'), value: phase === undefined ? null : t(`phase.${phase}`) },
    { term: t('page.where'), value: list(places) },
    { term: t('page.place'), value: place === '' ? null : <Written>{place}</Written> },
    {
      term: t('page.themes'),
      value: list(
        themes.map(({ slug, name }) => (
          <a key={slug} href={`/portfolios?thema=${slug}`}>
            {name}
          </a>
        )),
      ),
    },
    { term: t('page.languages'), value: languages.join(', ') },
    {
      term: t('page.organisation'),
      value:
        organisation === null || kind === 'organisation' ? null : organisationPortfolio === null ? (
          <Written>{organisation.name}</Written>
        ) : (
          <a href={`/portfolios/${organisationPortfolio.slug}`}>
            <Written>{organisation.name}</Written>
          </a>
        ),
    },
  ];
  if (facts.every(({ value }) => value === null || value === '')) return null;
  return (
    <Card>
      <Facts facts={facts} />
    </Card>
  );
}

function list(items: readonly ReactNode[]): ReactNode {
  if (items.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}

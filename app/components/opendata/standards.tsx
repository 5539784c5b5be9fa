import { useTranslation } from 'react-i18next';
import { Facts } from '../content/facts.tsx';

type StandardsProps = {
  /** Names of the sitemap indexes for the Woo. */
  wooIndexes: readonly string[];
};

/** The same data in the forms that others agreed on. */
export function Standards({ wooIndexes }: StandardsProps) {
  const { t } = useTranslation('opendata');
  const link = (href: string, label: string) => (
    <a href={href} className="inline-flex min-h-11 items-center">
      {label}
    </a>
  );
  return (
    <Facts
      facts={[
        { term: t('standards.openapi'), value: link('/api/v1/openapi.json', 'openapi.json') },
        {
          term: t('standards.giving'),
          value: (
            <span className="inline-flex flex-wrap gap-x-4">
              {link('/open-data/360giving.json', t('standards.givingJson'))}
              {link('/open-data/360giving.csv', t('standards.givingCsv'))}
            </span>
          ),
        },
        {
          term: t('standards.catalogue'),
          value: (
            <span className="inline-flex flex-wrap gap-x-4">
              {link('/open-data/catalogus.ttl', t('standards.catalogueTurtle'))}
              {link('/open-data/catalogus.jsonld', t('standards.catalogueJson'))}
            </span>
          ),
        },
        {
          term: t('standards.woo'),
          value: (
            <span className="inline-flex flex-wrap gap-x-4">
              {wooIndexes.map((name) => (
                <span key={name}>{link(`/woo/${name}`, name)}</span>
              ))}
            </span>
          ),
        },
        {
          term: t('standards.feeds'),
          value: (
            <>
              {link('/feeds/alles.atom', t('standards.feedAll'))}
              <p className="font-normal">{t('standards.feedMore')}</p>
            </>
          ),
        },
        { term: t('standards.calendar'), value: link('/ontmoet/agenda.ics', 'agenda.ics') },
        { term: t('standards.budgets'), value: <span className="font-normal">{t('standards.budgetsText')}</span> },
        { term: t('standards.sitemap'), value: link('/sitemap.xml', 'sitemap.xml') },
      ]}
    />
  );
}

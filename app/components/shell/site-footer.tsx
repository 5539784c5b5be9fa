import { useTranslation } from 'react-i18next';
import { StampBand } from '../stamp/stamp-band.tsx';
import { Brand } from './brand.tsx';

const columns = [
  {
    key: 'take-part',
    links: [
      { key: 'submitPlan', href: '/initiatieven/nieuw' },
      { key: 'initiatives', href: '/initiatieven' },
      { key: 'votes', href: '/stemmen' },
      { key: 'market', href: '/portfolios' },
      { key: 'exercise', href: '/ontmoet/oefening' },
      { key: 'gatherings', href: '/ontmoet/agenda' },
      { key: 'activities', href: '/activiteiten' },
      { key: 'bodies', href: '/opgaveteams' },
      { key: 'help', href: '/zo-werkt-het' },
    ],
  },
  {
    key: 'follow',
    links: [
      { key: 'decisions', href: '/besluiten' },
      { key: 'budgets', href: '/budgetten' },
      { key: 'money', href: '/fondsen' },
      { key: 'rounds', href: '/rondes' },
      { key: 'areas', href: '/gebieden' },
      { key: 'donutfonds', href: '/donutfonds' },
      { key: 'giving', href: '/geven' },
    ],
  },
  {
    key: 'check',
    links: [
      { key: 'meetings', href: '/vergaderingen' },
      { key: 'actions', href: '/acties' },
      { key: 'undertakings', href: '/toezeggingen' },
      { key: 'interests', href: '/belangen' },
      { key: 'integrity', href: '/integriteit' },
      { key: 'transparency', href: '/transparantie' },
      { key: 'openData', href: '/open-data' },
      { key: 'subscribe', href: '/volgen' },
    ],
  },
  {
    key: 'about',
    links: [
      { key: 'rules', href: '/regels' },
      { key: 'criteria', href: '/criteria' },
      { key: 'sources', href: '/bronnen' },
      { key: 'privacy', href: '/privacy' },
      { key: 'accessibility', href: '/toegankelijkheid' },
    ],
  },
] as const;

/** The street in front of the building: closes every page. */
export function SiteFooter() {
  const { t } = useTranslation('shell');
  return (
    <footer className="on-deep no-print mt-auto">
      <StampBand id="nieuw-west" className="h-24 w-full sm:h-32" />
      <div className="page-band bg-deep text-on-deep">
        <div className="grid gap-x-6 gap-y-9 pt-10 pb-12 min-[18rem]:grid-cols-2 sm:grid-cols-4 lg:grid-cols-[1.3fr_repeat(4,1fr)]">
          <div className="col-span-full lg:col-span-1">
            <Brand />
            <p className="mt-4 max-w-[24em] text-on-deep-soft">{t('footer.mission')}</p>
          </div>
          {columns.map((column) => (
            <nav key={column.key} aria-label={t(`footer.${column.key}`)}>
              <p className="font-heading text-lg font-bold">{t(`footer.${column.key}`)}</p>
              <ul className="mt-2">
                {column.links.map((link) => (
                  <li key={link.key}>
                    <a href={link.href} className="inline-block py-2 text-on-deep hover:text-on-deep">
                      {t(`footer.${link.key}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
      </div>
    </footer>
  );
}

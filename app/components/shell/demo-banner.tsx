import { useTranslation } from 'react-i18next';

/** Says that nothing here is real; only shown in demo mode. `href` leads to the list of people to sign in as. */
export function DemoBanner({ href }: { href: string }) {
  const { t } = useTranslation('shell');
  return (
    <aside aria-label={t('demo.label')} className="page-band no-print bg-sun text-sm text-on-sun">
      <p className="py-2">
        <strong>{t('demo.title')}</strong> {t('demo.text')}{' '}
        <a href={href} className="inline-block py-1 font-semibold text-on-sun hover:text-on-sun">
          {t('demo.link')}
        </a>
      </p>
    </aside>
  );
}

import { useTranslation } from 'react-i18next';
import { Section } from '../page/section.tsx';

const promises = ['who', 'sealed', 'anonymous', 'not', 'law'] as const;

/** What stays between the asker and whoever answers, and what does not. */
export function Confidential() {
  const { t } = useTranslation('integrity');
  return (
    <Section title={t('confidential.title')} id="vertrouwelijk">
      <ul className="prose list-[square] pl-6">
        {promises.map((promise) => (
          <li key={promise}>{t(`confidential.${promise}`)}</li>
        ))}
      </ul>
    </Section>
  );
}

const places = [
  { key: 'whistle', href: 'https://www.huisvoorklokkenluiders.nl/' },
  { key: 'ombudsman', href: 'https://www.ombudsmanmetropool.nl/' },
  { key: 'desk', href: 'https://www.amsterdam.nl/' },
  { key: 'police', href: 'https://www.politie.nl/' },
] as const;

/** Where somebody goes who does not want to be with the programme. */
export function Outside() {
  const { t } = useTranslation('integrity');
  return (
    <Section title={t('outside.title')} lead={t('outside.lead')} id="buiten">
      <dl className="grid gap-5 sm:grid-cols-2">
        {places.map(({ key, href }) => (
          <div key={key}>
            <dt className="font-semibold">
              <a href={href} rel="noreferrer">
                {t(`outside.${key}`)}
              </a>
            </dt>
            <dd>{t(`outside.${key}Text`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

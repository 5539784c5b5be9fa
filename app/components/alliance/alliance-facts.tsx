import { useTranslation } from 'react-i18next';
import { Facts } from '../content/facts.tsx';
import { Written } from '../content/written.tsx';
import { Card } from '../page/card.tsx';

type AllianceFactsProps = {
  alliance: {
    slug: string;
    chairName: string | null;
    areas: readonly { code: string; name: string }[];
    organisations: readonly string[];
    residentCount: number;
  };
};

/** Area, chair and members: organisations by name, residents as a number. */
export function AllianceFacts({ alliance }: AllianceFactsProps) {
  const { t } = useTranslation('alliances');
  const { organisations, residentCount } = alliance;
  return (
    <>
      <Card tone="sand">
        <h2 className="sr-only">{t('page.facts')}</h2>
        <Facts
          facts={[
            {
              term: t('page.area'),
              value:
                alliance.areas.length === 0 ? null : (
                  <ul>
                    {alliance.areas.map(({ code, name }) => (
                      <li key={code}>
                        <a href={`/gebieden/${code}`} className="inline-block py-1">
                          <Written>{name}</Written>
                        </a>
                      </li>
                    ))}
                  </ul>
                ),
            },
            { term: t('page.chair'), value: alliance.chairName },
          ]}
        />
        <p className="mt-4">
          <a href={`/opgaveteams/${alliance.slug}`} className="inline-block py-1">
            {t('page.about')}
          </a>
        </p>
      </Card>
      <section aria-labelledby="leden">
        <h2 id="leden" className="mb-2 text-xl">
          {t('page.members')}
        </h2>
        {organisations.length === 0 && residentCount === 0 ? (
          <p className="text-ink-soft">{t('page.nobody')}</p>
        ) : (
          <>
            <ul className="flex flex-col gap-1">
              {residentCount === 0 ? null : (
                <li className="font-semibold">{t('page.residents', { count: residentCount })}</li>
              )}
              {organisations.map((name) => (
                <li key={name}>
                  <Written>{name}</Written>
                </li>
              ))}
            </ul>
            <p className="mt-3 text-sm text-ink-soft">{t('page.membersText')}</p>
          </>
        )}
      </section>
    </>
  );
}

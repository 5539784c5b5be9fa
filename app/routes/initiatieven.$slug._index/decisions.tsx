import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { DateText } from '#app/components/content/date-text.tsx';
import { Money } from '#app/components/content/money.tsx';
import { Card } from '#app/components/page/card.tsx';
import { Section } from '#app/components/page/section.tsx';
import type { InitiativeDecision } from '#app/modules/initiatives/queries/initiative-page.query.server.ts';

/** Published decisions, each with the way to its criteria, scores and reasons. */
export function Decisions({ decisions }: { decisions: readonly InitiativeDecision[] }) {
  const { t } = useTranslation('initiatives');
  if (decisions.length === 0) return null;
  return (
    <Section title={t('page.decisions')}>
      <ul className="flex flex-col gap-4">
        {decisions.map((decision) => (
          <li key={decision.number}>
            <Card tone="garden">
              <p className="text-lg font-bold">
                {t(`outcome.${decision.outcome}`)}
                {decision.amount === null ? null : (
                  <>
                    {': '}
                    <Money cents={decision.amount} />
                  </>
                )}
              </p>
              <p>
                <Written>{decision.bodyName}</Written>, <DateText value={decision.takenOn} format="day" />
              </p>
              <p className="mt-2">
                <a href={`/besluiten/${decision.number}`}>
                  <Quoting
                    text={t('page.decisionLink', { number: decision.number, title: decision.title })}
                    written={decision.title}
                  />
                </a>
              </p>
              <p className="text-ink-soft">{t('page.decisionMore')}</p>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}

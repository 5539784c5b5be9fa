import { useTranslation } from 'react-i18next';
import { Card } from '../page/card.tsx';
import { Section } from '../page/section.tsx';
import { MoneyBlocks } from './money-blocks.tsx';
import { QuarterColumns } from './quarter-columns.tsx';
import { VoterSquares } from './voter-squares.tsx';
import { percents, type ComparedRule, type Comparison } from './view.ts';

type ComparedPicturesProps = { comparison: Comparison; one: ComparedRule; other: ComparedRule | null };

/** Two rules on the same votes, each picture of one right above or beside that of the other; or one rule alone. */
export function ComparedPictures({ comparison, one, other }: ComparedPicturesProps) {
  const { t } = useTranslation('counting');
  const most = ({ quarters }: ComparedRule) => percents(quarters)[3] ?? 0;
  const plans = ({ winners }: ComparedRule) => t('money.plans', { count: winners.length });
  const both = other === null ? [one] : [one, other];
  return (
    <>
      {other === null ? null : (
        <Card tone="sand">
          <h2 className="mb-2 text-xl">{t('compare.headline')}</h2>
          <p className="max-w-prose text-lg">
            {t('compare.headlineText', {
              ...{ one: t(`rule.${one.name}`).toLowerCase(), plansOne: plans(one), mostOne: most(one) },
              ...{ other: t(`rule.${other.name}`).toLowerCase(), plansOther: plans(other), mostOther: most(other) },
            })}
          </p>
        </Card>
      )}
      <Section title={t('money.title')} lead={t('money.lead')}>
        <div className="grid gap-6">
          {both.map((rule) => (
            <MoneyBlocks key={rule.name} comparison={comparison} rule={rule} />
          ))}
        </div>
      </Section>
      <Section title={t('voters.title')} lead={t('voters.lead')}>
        <div className="grid gap-8 md:grid-cols-2">
          {both.map((rule) => (
            <VoterSquares key={rule.name} rule={rule} />
          ))}
        </div>
      </Section>
      <Section title={t('quarters.title')} lead={t('quarters.lead')}>
        <div className="grid grid-cols-2 items-end gap-x-6 gap-y-4">
          {both.map((rule) => (
            <QuarterColumns key={rule.name} rule={rule} />
          ))}
        </div>
        <p className="mt-4 text-sm text-ink-soft">{t('quarters.how')}</p>
      </Section>
    </>
  );
}

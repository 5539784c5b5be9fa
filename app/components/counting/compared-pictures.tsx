import { useTranslation } from 'react-i18next';
import { Card } from '../page/card.tsx';
import { Section } from '../page/section.tsx';
import { MoneyBlocks } from './money-blocks.tsx';
import { QuarterColumns } from './quarter-columns.tsx';
import { VoterSquares } from './voter-squares.tsx';
import { percentOf, type ComparedRule, type Comparison } from './view.ts';

type ComparedPicturesProps = { comparison: Comparison; one: ComparedRule; other: ComparedRule | null };

/** Two rules on the same votes, each picture of one right above or beside that of the other; or one rule alone. */
export function ComparedPictures(props: ComparedPicturesProps) {
  return (
    <>
      <InShort {...props} />
      <MoneyPicture {...props} />
      <VoterPictures {...props} />
    </>
  );
}

const rulesOf = ({ one, other }: ComparedPicturesProps) => (other === null ? [one] : [one, other]);

const isSame = (one: ComparedRule, other: ComparedRule) =>
  one.winners.length === other.winners.length && one.winners.every((place) => other.winners.includes(place));

/** What differs between two rules, in two sentences. */
export function InShort({ comparison, one, other }: ComparedPicturesProps) {
  const { t } = useTranslation('counting');
  if (other === null) return null;
  const withWinner = ({ byWinners }: ComparedRule) => percentOf(comparison.voters - byWinners[0], comparison.voters);
  const plans = ({ winners }: ComparedRule) => t('money.plans', { count: winners.length });
  return (
    <Card tone="sand">
      <h2 className="mb-2 text-xl">{t('compare.headline')}</h2>
      <p className="max-w-prose text-lg">
        {t(isSame(one, other) ? 'compare.headlineSame' : 'compare.headlineText', {
          ...{ one: t(`rule.${one.name}`).toLowerCase(), plansOne: plans(one), withOne: withWinner(one) },
          ...{ other: t(`rule.${other.name}`).toLowerCase(), plansOther: plans(other), withOther: withWinner(other) },
        })}
      </p>
    </Card>
  );
}

/** All the money, cut in the plans that win. */
export function MoneyPicture(props: ComparedPicturesProps) {
  const { t } = useTranslation('counting');
  return (
    <Section title={t('money.title')} lead={t('money.lead')}>
      <div className="grid gap-6">
        {rulesOf(props).map((rule) => (
          <MoneyBlocks key={rule.name} comparison={props.comparison} rule={rule} />
        ))}
      </div>
    </Section>
  );
}

/** What voters got: a hundred of them as squares, and a hundred euro over four groups of them. */
export function VoterPictures(props: ComparedPicturesProps) {
  const { t } = useTranslation('counting');
  const both = rulesOf(props);
  return (
    <>
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

import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '../content/written.tsx';
import type { PlanBasis } from '#app/modules/decisions/proposal-basis.ts';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { useDecisionWords } from './use-decision-words.ts';

/** What the decision is about: the plan, what it asks, and how it was scored. */
export function PlanSummary({ basis }: { basis: Pick<PlanBasis, 'subject' | 'scored' | 'vote'> }) {
  const { t } = useTranslation('decisions');
  const { hundredths } = useDecisionWords();
  const { subject, scored, vote } = basis;
  const won = useTranslation('voteFollows').t;
  const total = scored?.result.totalHundredths ?? null;
  return (
    <section aria-labelledby="over-het-plan" className="flex flex-col gap-4 rounded bg-tint-garden p-5">
      <h2 id="over-het-plan" className="text-xl">
        {t('form.plan')}
      </h2>
      <p className="whitespace-pre-line">
        <Written>{subject.summary}</Written>
      </p>
      <Facts
        facts={[
          {
            term: t('form.requested'),
            value: subject.requested === 0 ? t('work.requestedNothing') : <Money cents={subject.requested} />,
          },
          {
            term: t('form.scoredTotal'),
            value:
              vote !== null ? null : scored === null || total === null ? (
                t('form.notScored')
              ) : (
                <Quoting
                  text={t('form.scoredText', { total: hundredths(total), round: scored.roundTitle })}
                  written={scored.roundTitle}
                />
              ),
          },
          {
            term: won('basis.fact'),
            value: vote === null ? null : <a href={`/stemmen/${vote.slug}`}>{<Written>{vote.title}</Written>}</a>,
          },
        ]}
      />
      {scored?.result.meetsMinima === false ? (
        <p className="font-semibold text-brick">{t('form.minimaMissed')}</p>
      ) : null}
      <p>
        <a href={`/initiatieven/${subject.slug}`}>{t('form.planLink')}</a>
      </p>
    </section>
  );
}

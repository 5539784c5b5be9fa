import { useTranslation } from 'react-i18next';
import type { Cents } from '#app/kernel/money.ts';
import type { VoteOutcome, VoteRound } from '#app/modules/voting/result.ts';
import { useFormats } from '../content/use-formats.ts';
import { Quoting } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

type Naming = { titleOf: (number: number) => string; costOf: (number: number) => Cents };

/** Round by round: who paid what, and why this plan and not that one. */
export function VoteRounds({ result, titleOf, costOf }: { result: VoteOutcome } & Naming) {
  const { t } = useTranslation('voting');
  const { money } = useFormats();
  return (
    <Section
      title={t('result.rounds')}
      lead={result.endowment === null ? undefined : t('result.began', { amount: money(result.endowment) })}
    >
      <ol className="flex flex-col gap-6">
        {result.rounds.map((round, at) => (
          <li key={round.project}>
            <Round round={round} number={at + 1} titleOf={titleOf} costOf={costOf} />
          </li>
        ))}
      </ol>
      {result.leftOver.length === 0 ? null : (
        <>
          {result.rounds.length === 0 ? null : <h3 className="mt-6">{t('result.leftOver')}</h3>}
          <ol className="mt-2 flex flex-col gap-1">
            {result.leftOver.map(({ project, left, bought }) => {
              const title = titleOf(project);
              const said = { title, left: money(left) };
              return (
                <li key={project}>
                  <Quoting text={t(bought ? 'result.leftBought' : 'result.leftNot', said)} written={title} />
                </li>
              );
            })}
          </ol>
        </>
      )}
    </Section>
  );
}

function Round({ round, number, titleOf, costOf }: { round: VoteRound; number: number } & Naming) {
  const { t } = useTranslation('voting');
  const { money, figure } = useFormats();
  const title = titleOf(round.project);
  const votes = (hundredths: number) => figure(hundredths / 100, 'average');
  return (
    <div className="max-w-prose">
      <h3>
        <Quoting text={t('result.round', { number, title })} written={title} />
      </h3>
      <p>
        {t('result.roundText', {
          cost: money(costOf(round.project)),
          voters: figure(round.inFull.voters),
          share: money(round.share),
        })}{' '}
        {round.gaveAll.voters === 0
          ? null
          : t('result.gaveAll', { voters: figure(round.gaveAll.voters), together: money(round.gaveAll.together) })}{' '}
        {round.hadNothing === 0 ? null : t('result.hadNothing', { voters: figure(round.hadNothing) })}
      </p>
      <p className="text-ink-soft">{t('result.effective', { votes: votes(round.effective) })}</p>
      {round.others.length === 0 ? null : (
        <details className="mt-1">
          <summary className="cursor-pointer py-2 underline">{t('result.why')}</summary>
          <ul className="flex list-disc flex-col gap-1 pl-6">
            {round.others.map((other) => {
              const otherTitle = titleOf(other.project);
              const text =
                other.why === 'cannot-pay'
                  ? t('result.cannot-pay', { title: otherTitle, missing: money(other.missing) })
                  : other.why === 'equal'
                    ? t('result.equal', { title: otherTitle })
                    : t('result.fewer-effective-votes', {
                        ...{ title: otherTitle, share: money(other.share), votes: votes(other.effective) },
                      });
              return (
                <li key={other.project}>
                  <Quoting text={text} written={otherTitle} />
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </div>
  );
}

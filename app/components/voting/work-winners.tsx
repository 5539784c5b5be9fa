import { useTranslation } from 'react-i18next';
import type { VoteWorkView } from '#app/modules/voting/views.ts';
import type { WinnerWork, WorkWinner } from '#app/modules/voting/winner-views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { useSmallForm } from '../forms/small-form.tsx';
import { Section } from '../page/section.tsx';
import { ProposedStep } from './proposed-step.tsx';
import { ReasonForm } from './reason-form.tsx';
import { TakeOverForm } from './take-over-form.tsx';

type WinnersProps = { vote: VoteWorkView; follows: WinnerWork; today: string };

/** After counting: the decisions on the winners, and what to do when the count was wrong. */
export function WorkWinners({ vote, follows, today }: WinnersProps) {
  const { t } = useTranslation('voteFollows');
  const { winners, work } = follows;
  const isCounted = vote.state === 'counted';
  const canGo = work.some(({ block }) => block === null || block === 'changed');
  return (
    <Section title={t('work.title')} lead={winners.length === 0 ? undefined : t('work.lead')} id="winnaars">
      {winners.length === 0 && isCounted ? <NoWinners vote={vote} /> : null}
      {winners.length === 0 ? null : (
        <DataTable
          caption={t('work.title')}
          captionHidden
          rows={winners}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: 'plan', header: t('next.column.plan'), cell: ({ title }) => <Written>{title}</Written> },
            { key: 'cost', header: t('next.column.amount'), numeric: true, cell: ({ cost }) => <Money cents={cost} /> },
            {
              key: 'state',
              header: t('next.column.state'),
              cell: ({ number, state, decision }) => {
                const waiting = work.find((one) => one.number === number);
                if (waiting !== undefined) return <Waiting winner={waiting} mayTakeOver={follows.mayTakeOver} />;
                return (
                  <>
                    {t(`state.${state}`, { body: vote.body.name })}{' '}
                    {decision === null ? null : (
                      <a href={`/besluiten/${decision}`}>{t('next.decision', { number: decision })}</a>
                    )}
                  </>
                );
              },
            },
          ]}
        />
      )}
      {isCounted && canGo && follows.mayTakeOver && !follows.hasInterest && follows.annulment === null ? (
        <TakeOverForm vote={vote} follows={follows} today={today} />
      ) : null}
      {isCounted && vote.mayRun && !follows.hasInterest ? (
        <div className="mt-6">
          {winners.some(({ decision }) => decision !== null) || work.some(({ preparedId }) => preparedId !== null) ? (
            <p className="max-w-prose text-ink-soft">{t('annul.tooLate')}</p>
          ) : (
            <Annul vote={vote} annulment={follows.annulment} />
          )}
        </div>
      ) : null}
    </Section>
  );
}

function Waiting({ winner, mayTakeOver }: { winner: WorkWinner; mayTakeOver: boolean }) {
  const { t } = useTranslation('voteFollows');
  const { block, preparedId, initiativeId, slug, elsewhere } = winner;
  if (block === null) return t('work.waiting');
  return (
    <span className="flex flex-col gap-1">
      {t(`work.block.${block}`)}
      {preparedId === null ? null : <a href={`/besluitvorming/${preparedId}`}>{t('work.toProposal')}</a>}
      {block === 'other-vote' && elsewhere !== null ? (
        <a href={`/stemmen/${elsewhere.slug}#besluiten`}>
          <Written>{elsewhere.title}</Written>
        </a>
      ) : null}
      {['round', 'explores', 'money-open', 'stage'].includes(block) ? (
        <a href={`/initiatieven/${slug}`}>{t('work.toPlan')}</a>
      ) : null}
      {block === 'changed' ? <a href={`/initiatieven/${slug}/versies`}>{t('work.versions')}</a> : null}
      {mayTakeOver && (block === 'changed' || block === 'costs') ? (
        <a href={`/besluitvorming/nieuw?initiatief=${initiativeId}`}>{t('work.toForm')}</a>
      ) : null}
    </span>
  );
}

function NoWinners({ vote }: { vote: VoteWorkView }) {
  const { t } = useTranslation('voteFollows');
  const form = useSmallForm({ intent: 'conclude' });
  return (
    <form method="post" className="flex flex-col items-start gap-3">
      {form.mistake}
      <p>{t('work.noWinners')}</p>
      <input type="hidden" name="revision" value={vote.revision} />
      <SubmitButton name="intent" value="conclude">
        {t('work.end')}
      </SubmitButton>
    </form>
  );
}

function Annul({ vote, annulment }: { vote: VoteWorkView; annulment: WinnerWork['annulment'] }) {
  const { t } = useTranslation('voteFollows');
  const work = useTranslation('votingWork').t;
  if (annulment === null)
    return (
      <ReasonForm
        vote={vote}
        intent="annul"
        texts={{
          open: t('annul.open'),
          text: t('annul.text'),
          reason: t('annul.reason'),
          button: t('annul.propose'),
        }}
      />
    );
  return (
    <ProposedStep
      vote={vote}
      step={annulment}
      intent="annul"
      texts={{
        waiting: t('annul.waiting', { name: annulment.proposerName }),
        other: work('byTwo.other'),
        confirm: t('annul.confirm'),
      }}
    >
      <p className="whitespace-pre-line">
        <Written>{annulment.reason}</Written>
      </p>
    </ProposedStep>
  );
}

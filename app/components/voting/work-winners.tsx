import { useTranslation } from 'react-i18next';
import type { VoteWorkView } from '#app/modules/voting/views.ts';
import type { WinnerWork, WorkWinner } from '#app/modules/voting/winner-views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { useSmallForm } from '../forms/small-form.tsx';
import { Section } from '../page/section.tsx';
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
      {isCounted && vote.mayRun && !follows.hasInterest ? <Annul vote={vote} annulment={follows.annulment} /> : null}
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
  const proposing = useSmallForm({ intent: 'annul' });
  const confirming = useSmallForm({ intent: 'annul-confirm' });
  const dropping = useSmallForm({ intent: 'annul-drop' });
  const revision = <input type="hidden" name="revision" value={vote.revision} />;
  if (annulment === null)
    return (
      <details open={proposing.isBack} className="mt-6">
        <summary className="cursor-pointer py-2 underline">{t('annul.open')}</summary>
        <form method="post" className="mt-2 flex max-w-prose flex-col items-start gap-4">
          {proposing.mistake}
          <p>{t('annul.text')}</p>
          {revision}
          <label htmlFor="ongeldig" className="font-semibold">
            {t('annul.reason')}
          </label>
          <textarea
            id="ongeldig"
            name="reason"
            rows={3}
            className="input"
            defaultValue={proposing.typed('reason', '')}
          />
          <SubmitButton name="intent" value="annul" tone="danger">
            {t('annul.propose')}
          </SubmitButton>
        </form>
      </details>
    );
  return (
    <div className="mt-6 flex max-w-prose flex-col items-start gap-3 rounded bg-tint-brick p-5">
      <p className="font-bold">{t('annul.waiting', { name: annulment.proposerName })}</p>
      <p className="whitespace-pre-line">
        <Written>{annulment.reason}</Written>
      </p>
      {confirming.mistake}
      {dropping.mistake}
      {annulment.isOwn ? <p>{t('annul.other')}</p> : null}
      <form method="post" className="flex flex-wrap gap-3">
        {revision}
        {annulment.isOwn ? null : (
          <SubmitButton name="intent" value="annul-confirm" tone="danger">
            {t('annul.confirm')}
          </SubmitButton>
        )}
        <SubmitButton name="intent" value="annul-drop" tone="quiet">
          {t('annul.drop')}
        </SubmitButton>
      </form>
    </div>
  );
}

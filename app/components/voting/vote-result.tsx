import { useTranslation } from 'react-i18next';
import { cents } from '#app/kernel/money.ts';
import type { VoteOutcome, VoteResult } from '#app/modules/voting/result.ts';
import type { ProjectCard, VotePageView } from '#app/modules/voting/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';
import { ShareBar } from './share-bar.tsx';
import { VoteRounds } from './vote-rounds.tsx';

type Named = Pick<ProjectCard, 'number' | 'title' | 'cost' | 'slug'>;

/** What a count came to: the winners, or the tie. */
export function VoteResultView({ vote, result }: { vote: VotePageView; result: VoteResult }) {
  const { t } = useTranslation('voting');
  const projectOf = (number: number): Named =>
    vote.projects.find((project) => project.number === number) ?? {
      number,
      title: String(number),
      cost: cents(0),
      slug: '',
    };
  if (result.is === 'tie')
    return (
      <Section title={t('result.title')}>
        <Notice tone="warning" title={t('result.tie')}>
          <p>{t('result.tieText')}</p>
          <ul>
            {result.tied.map((number) => (
              <li key={number}>
                <Written>{projectOf(number).title}</Written>
              </li>
            ))}
          </ul>
        </Notice>
        <VoteTable vote={vote} result={result} winners={[]} isTie />
      </Section>
    );
  return <OutcomeView vote={vote} result={result} projectOf={projectOf} />;
}

function OutcomeView({
  vote,
  result,
  projectOf,
}: {
  vote: VotePageView;
  result: VoteOutcome;
  projectOf: (number: number) => Named;
}) {
  const { t } = useTranslation('voting');
  const { money, figure } = useFormats();
  const share = (voters: number) => (result.voters === 0 ? 0 : Math.round((100 * voters) / result.voters));
  const most = result.byMostVotes;
  const isSame = most !== null && [...most].sort().join() === [...result.winners].sort().join();
  return (
    <>
      <Section title={t('result.winners')} lead={t('result.voters', { count: result.voters })}>
        {result.winners.length === 0 ? <p>{t('result.noWinners')}</p> : null}
        <ol className="flex flex-col gap-3">
          {result.winners.map((number) => {
            const project = projectOf(number);
            return (
              <li key={number} className="card flex flex-wrap items-baseline gap-x-4 rounded bg-tint-garden px-5 py-4">
                <a href={`/initiatieven/${project.slug}`} className="grow text-lg font-bold">
                  <Written>{project.title}</Written>
                </a>
                <span className="tabular font-semibold">
                  <Money cents={project.cost} />
                </span>
              </li>
            );
          })}
        </ol>
        <p className="mt-4">{t('result.spent', { amount: money(result.spent), left: money(result.leftOfBudget) })}</p>
        <div className="mt-5 max-w-prose">
          <p className="font-semibold">{t('result.withWinner', { share: figure(share(result.withWinner)) })}</p>
          <ShareBar share={share(result.withWinner)} tone="garden" />
          {result.byMostVotesWithWinner === null || most === null ? null : isSame ? (
            <p>{t('result.greedySame')}</p>
          ) : (
            <>
              <p className="mt-3">{t('result.greedy', { share: figure(share(result.byMostVotesWithWinner)) })}</p>
              <ShareBar share={share(result.byMostVotesWithWinner)} tone="sand" />
              <p className="text-ink-soft">
                <Written>
                  {t('result.greedyOther', { titles: most.map((number) => projectOf(number).title).join(', ') })}
                </Written>
              </p>
            </>
          )}
        </div>
      </Section>
      <VoteTable vote={vote} result={result} winners={result.winners} />
      <VoteRounds
        result={result}
        titleOf={(number) => projectOf(number).title}
        costOf={(number) => projectOf(number).cost}
      />
    </>
  );
}

function VoteTable({
  vote,
  result,
  winners,
  isTie = false,
}: {
  vote: VotePageView;
  result: VoteResult;
  winners: readonly number[];
  isTie?: boolean;
}) {
  const { t } = useTranslation('voting');
  const { figure } = useFormats();
  const votesOf = (number: number) => result.votes.find(({ project }) => project === number)?.votes ?? 0;
  const rows = [...vote.projects].sort((one, other) => votesOf(other.number) - votesOf(one.number));
  const areaName = (code: string) => vote.areas.find((area) => area.code === code)?.name ?? code;
  return (
    <div className="mt-8 flex flex-col gap-8">
      <DataTable
        caption={t('result.votes')}
        columns={[
          { key: 'plan', header: t('result.plan'), cell: ({ title }) => <Written>{title}</Written> },
          { key: 'votes', header: t('result.votes'), numeric: true, cell: ({ number }) => figure(votesOf(number)) },
          { key: 'cost', header: t('result.cost'), numeric: true, cell: ({ cost }) => <Money cents={cost} /> },
          ...(isTie
            ? []
            : [
                {
                  key: 'outcome',
                  header: t('result.outcome'),
                  cell: ({ number }: ProjectCard) => t(winners.includes(number) ? 'result.won' : 'result.lost'),
                },
              ]),
        ]}
        rows={rows}
        rowKey={({ number }) => String(number)}
      />
      {result.turnout.length < 2 ? null : (
        <DataTable
          caption={t('result.turnout')}
          columns={[
            { key: 'area', header: t('result.area'), cell: ({ areaCode }) => areaName(areaCode) },
            {
              key: 'voters',
              header: t('result.turnoutVoters'),
              numeric: true,
              cell: ({ voters }) => (voters === null ? t('result.few') : figure(voters)),
            },
          ]}
          rows={result.turnout}
          rowKey={({ areaCode }) => areaCode}
        />
      )}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { VoteResult } from '#app/modules/voting/result.ts';
import type { ProjectCard, VotePageView } from '#app/modules/voting/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';

/** How many voted for each project, and where voters are. */
export function VotesTable({ vote, result }: { vote: VotePageView; result: VoteResult }) {
  const { t } = useTranslation('voting');
  const { figure } = useFormats();
  const winners = result.is === 'outcome' ? result.winners : null;
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
          ...(winners === null
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

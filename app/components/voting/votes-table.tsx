import { useTranslation } from 'react-i18next';
import type { VoteResult } from '#app/modules/voting/result.ts';
import type { ProjectCard, VotePageView } from '#app/modules/voting/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';

type TableProps = { vote: VotePageView; result: VoteResult };

/** How many voted for each project, the most first. */
export function VotesTable({ vote, result, captionHidden = false }: TableProps & { captionHidden?: boolean }) {
  const { t } = useTranslation('voting');
  const { figure } = useFormats();
  const winners = result.is === 'outcome' ? result.winners : null;
  const votesOf = (number: number) => result.votes.find(({ project }) => project === number)?.votes ?? 0;
  const rows = [...vote.projects].sort((one, other) => votesOf(other.number) - votesOf(one.number));
  return (
    <DataTable
      caption={t('result.votes')}
      captionHidden={captionHidden}
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
  );
}

/** Where voters are; a few are not told apart. */
export function TurnoutTable({ vote, result }: TableProps) {
  const { t } = useTranslation('voting');
  const { figure } = useFormats();
  const areaName = (code: string) => vote.areas.find((area) => area.code === code)?.name ?? code;
  return (
    <DataTable
      caption={t('result.turnout')}
      captionHidden
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
  );
}

import { guardLoader } from '#app/http/guard.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { readActionFilter } from '#app/modules/actions/action-filter.ts';
import { allPublicActions } from '#app/modules/actions/queries/public-actions.query.server.ts';
import { csvFile, type CsvCell } from '#app/modules/budgets/csv.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

const columns = [
  'number',
  'title',
  'explanation',
  'body',
  'owner',
  'due',
  'state',
  'late',
  'since',
  'closed',
  'decision',
  'page',
] as const;

/** The public list under the filter of the address for a spreadsheet; `?koppen=machine` for programs. */
export const loader = guardLoader(everyone, async ({ database, url, now, t, platform }) => {
  const filter = { ...readActionFilter(url.searchParams), isMine: false };
  const isMachine = url.searchParams.get('koppen') === 'machine';
  const actions = await allPublicActions(database, filter, { personId: null, now });
  const rows = actions.map(
    ({ number, title, explanation, body, owner, due, state, since, closedAt, decision }): CsvCell[] => [
      String(number),
      title,
      explanation,
      body.name,
      [owner.organisation?.name ?? '', owner.words].filter((words) => words !== '').join(', '),
      due.on ?? (isMachine ? due.kind : t('actions:due.ongoing')),
      isMachine ? state : t(`actions:state.${state}`),
      isMachine ? String(due.isLate) : t(due.isLate ? 'actions:yes' : 'actions:no'),
      dayInAmsterdam(since),
      closedAt === null ? '' : dayInAmsterdam(closedAt),
      decision ?? '',
      `${platform.env.publicUrl}/acties/${String(number)}`,
    ],
  );
  const headers = isMachine ? [...columns] : columns.map((column) => t(`actions:csvColumn.${column}`));
  return new Response(csvFile([headers, ...rows], isMachine ? 'machine' : 'dutch'), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="acties.csv"',
      'Access-Control-Allow-Origin': '*',
    },
  });
});

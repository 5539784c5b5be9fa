import { guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { csvFile, type CsvCell } from '#app/modules/budgets/csv.server.ts';
import type { LimitState } from '#app/modules/procurement/limit.ts';
import { readsAssignments } from '#app/modules/procurement/policy.ts';
import { assignmentsView } from '#app/modules/procurement/queries/assignments.query.server.ts';

const machineHeaders = [
  'party',
  'kind',
  'from',
  'until',
  'given',
  'which',
  'limit',
  'room',
  'state',
  'decisions',
  'waiting',
  'together',
  'state_together',
] as const;

/** The overview for a spreadsheet, a row for each limit; `?koppen=machine` for programs. */
export const loader = guardLoader(readsAssignments, async ({ database, actor, now, url, t }) => {
  const view = await assignmentsView(database, actor, now);
  if (view === null) throw notFound();
  const isMachine = url.searchParams.get('koppen') === 'machine';
  const stateText = (state: LimitState) => (isMachine ? state : t(`procurement:state.${state}`));
  const rows = view.lines.flatMap(({ party, addedUp }) =>
    addedUp.limits.map(({ which, limit, room, state }, index): CsvCell[] => [
      party.name,
      isMachine ? addedUp.kind.slug : addedUp.kind.name,
      addedUp.windowBeginsOn,
      addedUp.windowEndsOn,
      { cents: addedUp.total },
      isMachine ? which : t(`procurement:limit.${which}`),
      limit === null ? '' : { cents: limit },
      room === null ? '' : { cents: room },
      stateText(state),
      addedUp.counted.map(({ number }) => number).join(' '),
      { cents: addedUp.waiting.total },
      { cents: addedUp.withWaiting.total },
      stateText(addedUp.withWaiting.limits[index]?.state ?? state),
    ]),
  );
  const headers = isMachine ? [...machineHeaders] : machineHeaders.map((column) => t(`procurement:csv.${column}`));
  return new Response(csvFile([headers, ...rows], isMachine ? 'machine' : 'dutch'), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="opdrachten.csv"',
    },
  });
});

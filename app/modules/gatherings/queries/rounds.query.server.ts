import type { Database } from '#app/platform/database.server.ts';
import { endsAtOf, proposalState, roundKind, roundState } from '../rounds.ts';
import type { RoundView } from '../round-views.ts';

/** The programme of a gathering, in order. */
export async function eveningRounds(database: Database, gatheringId: string): Promise<RoundView[]> {
  const rows = await database.gatheringRound.findMany({ where: { gatheringId }, orderBy: { position: 'asc' } });
  return rows.map(roundView);
}

type Row = Awaited<ReturnType<Database['gatheringRound']['findMany']>>[number];

export function roundView(row: Row): RoundView {
  const { id, position, title, minutes, openedAt, leastSeats, mostSeats, revision } = row;
  const state = roundState(row.state);
  return {
    ...{ id, position, title, minutes, state, openedAt, leastSeats, mostSeats, revision },
    kind: roundKind(row.kind),
    endsAt: endsAtOf({ openedAt, minutes, state }),
    proposal: proposalState(row.proposal),
    areaWish: row.areaWish === 'near' ? 'near' : 'mixed',
  };
}

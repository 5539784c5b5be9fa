import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { accepted } from '#app/kernel/outcome.ts';
import { inTransaction, type Database } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailMoves } from '../jobs.server.ts';

/** Minutes for which a move is told: what is older when the worker comes back is found on the page. */
const toldFor = 3 * 24 * 60;

type Untold = { personId: string; kind: string; inputId: string; move: string };

/**
 * Tells people what happened with what they put in since the last time, all of it in one mail: each move once, and none that a mail of its
 * own tells. What somebody turned off is written down as told, so that it is not told later.
 */
export async function tellMoves({ database, now }: { database: Database; now: Instant }): Promise<void> {
  const since = addMinutes(now, -toldFor);
  await inTransaction({ database }, async (tx) => {
    const untold = await tx.$queryRaw<Untold[]>`
      select c.person_id::text as "personId", m.kind, m.input_id::text as "inputId", m.move || ':' || m.subject as move
        from input_move m join input_contribution c on c.kind = m.kind and c.input_id = m.input_id
        where not m.is_told and m.at > ${since} and m.at <= ${now} and c.person_id is not null
          and not exists (select from input_told t
            where t.kind = m.kind and t.input_id = m.input_id and t.move = m.move || ':' || m.subject)
        order by c.person_id, m.at, m.input_id, m.move`;
    const lists = new Map<string, Omit<Untold, 'personId'>[]>();
    for (const { personId, ...told } of untold) {
      const { count } = await tx.inputTold.createMany({ data: [{ ...told, toldAt: now }], skipDuplicates: true });
      if (count === 1) lists.set(personId, [...(lists.get(personId) ?? []), told]);
    }
    for (const [personId, moves] of lists)
      await enqueue(tx, mailMoves, { personId, moves }, `input-moves:${personId}:${String(now.getTime())}`);
    return accepted();
  });
}

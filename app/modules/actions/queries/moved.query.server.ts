import type { Database } from '#app/platform/database.server.ts';
import { kindOfText, moveOfText } from '../contribution.ts';
import type { MovedContribution } from '../contribution-views.ts';

type Told = { kind: string; inputId: string; move: string };

/** Contributions of a person with these moves, as they are now: what is gone meanwhile is left out. */
export async function movedContributions(
  database: Database,
  personId: string,
  told: readonly Told[],
): Promise<MovedContribution[]> {
  const ids = [...new Set(told.map(({ inputId }) => inputId))];
  const rows = await database.$queryRaw<
    { kind: string; id: string; title: string; text: string; key: string; move: string; name: string }[]
  >`
    select c.kind, c.input_id::text as id, c.title, c.text, m.move || ':' || m.subject as key, m.move, m.name
      from input_contribution c join input_move m on m.kind = c.kind and m.input_id = c.input_id
      where c.person_id = ${personId}::uuid and c.input_id = any(${ids}::uuid[]) order by c.said_at, c.input_id, m.at`;
  const wanted = new Set(told.map(({ kind, inputId, move }) => `${kind}:${inputId}:${move}`));
  const moved = new Map<string, MovedContribution>();
  for (const { kind: kindText, id, title, text, key, move: moveText, name } of rows) {
    const kind = kindOfText(kindText);
    const move = moveOfText(moveText);
    if (kind === null || typeof move !== 'string' || !wanted.has(`${kindText}:${id}:${key}`)) continue;
    const before = moved.get(id) ?? { kind, id, said: title === '' ? text : title, moves: [] };
    moved.set(id, { ...before, moves: [...before.moves, { move, name }] });
  }
  return [...moved.values()];
}

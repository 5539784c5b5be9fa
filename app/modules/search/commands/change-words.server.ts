import { newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { keepsSearchWords } from '../policy.ts';
import { forgetWords } from '../queries/programme-words.query.server.ts';
import { placeLine } from '../words-form.ts';

export type WordsRefusal = PolicyRefusal | 'line-unknown' | 'place-known' | 'area-unknown';

type Order = Context<SignedIn>;
type Work<Value> = (tx: Transaction) => Promise<Outcome<Value, WordsRefusal>>;

/** One transaction of who may, after which this process knows; PostgreSQL tells the others. */
async function changing<Value>(context: Order, work: Work<Value>): Promise<Outcome<Value, WordsRefusal>> {
  const allowed = keepsSearchWords(context.actor);
  if (!allowed.ok) return allowed;
  const outcome = await inTransaction<Value, WordsRefusal, WordsRefusal>(context, work, {
    refusals: { search_place_one: 'place-known', search_place_area_area_code_fkey: 'area-unknown' },
    patience: 60_000,
  });
  if (outcome.ok) forgetWords(context.database);
  return outcome;
}

type Changed = { kind: 'synonym' | 'place'; before?: string; after?: string; count?: number };

async function remember(tx: Transaction, { actor, now }: Order, changed: Changed): Promise<void> {
  await tx.searchWordChange.create({
    data: { id: newId(), ...changed, changedById: actor.person.id, changedAt: now },
  });
}

/** Keeps a line of words that mean the same: a new one, or other words for one that there is. The same words again change nothing. */
export async function saveSynonym(
  { id, words }: { id?: string | undefined; words: readonly string[] },
  context: Order,
): Promise<Outcome<void, WordsRefusal>> {
  return changing(context, async (tx) => {
    const after = words.join(', ');
    if (id === undefined) {
      await tx.searchSynonym.create({ data: { id: newId(), words: [...words] } });
      await remember(tx, context, { kind: 'synonym', after });
      return accepted();
    }
    const [known] = await tx.$queryRaw<{ words: string[] }[]>`
      select words from search_synonym where id = ${id}::uuid for update`;
    if (known === undefined) return refused('line-unknown');
    const before = known.words.join(', ');
    if (before === after) return accepted();
    await tx.searchSynonym.update({ where: { id }, data: { words: [...words] } });
    await remember(tx, context, { kind: 'synonym', before, after });
    return accepted();
  });
}

/** Takes a line away. */
export async function removeSynonym({ id }: { id: string }, context: Order): Promise<Outcome<void, WordsRefusal>> {
  return changing(context, async (tx) => {
    const [gone] = await tx.$queryRaw<{ words: string[] }[]>`
      delete from search_synonym where id = ${id}::uuid returning words`;
    if (gone === undefined) return refused('line-unknown');
    await remember(tx, context, { kind: 'synonym', before: gone.words.join(', ') });
    return accepted();
  });
}

type PlaceOrder = { id?: string | undefined; name: string; areas: readonly string[] };

/** Keeps a place: a new one, or another name or other areas for one that there is. */
export async function savePlace(order: PlaceOrder, context: Order): Promise<Outcome<void, WordsRefusal>> {
  return changing(context, async (tx) => {
    const { name } = order;
    const areas = [...new Set(order.areas)].sort();
    const unknown = await unknownArea(tx, areas);
    if (unknown !== null) return refused('area-unknown', { code: unknown });
    const after = placeLine(name, areas);
    const id = order.id ?? newId();
    let before = '';
    if (order.id === undefined) await tx.searchPlace.create({ data: { id, name } });
    else {
      const known = await tx.searchPlace.findUnique({ where: { id }, select: placeColumns });
      if (known === null) return refused('line-unknown');
      before = lineOf(known);
      if (before === after) return accepted();
      await tx.searchPlace.update({ where: { id }, data: { name } });
      await tx.searchPlaceArea.deleteMany({ where: { placeId: id } });
    }
    await tx.searchPlaceArea.createMany({ data: areas.map((areaCode) => ({ placeId: id, areaCode })) });
    await remember(tx, context, { kind: 'place', before, after });
    return accepted();
  });
}

export async function removePlace({ id }: { id: string }, context: Order): Promise<Outcome<void, WordsRefusal>> {
  return changing(context, async (tx) => {
    const known = await tx.searchPlace.findUnique({ where: { id }, select: placeColumns });
    if (known === null) return refused('line-unknown');
    await tx.searchPlace.delete({ where: { id } });
    await remember(tx, context, { kind: 'place', before: lineOf(known) });
    return accepted();
  });
}

/**
 * Adds the places of a file, and gives those that there are the areas of the file; others stay.
 * @returns how many were new or changed
 */
export async function importPlaces(
  places: readonly { name: string; areas: readonly string[] }[],
  context: Order,
): Promise<Outcome<number, WordsRefusal>> {
  return changing(context, async (tx) => {
    const lines = JSON.stringify(places.map((place) => ({ id: newId(), ...place })));
    const [result] = await tx.$queryRaw<{ count: number }[]>`
      with given as (
        select p.id, p.name, p.areas from jsonb_to_recordset(${lines}::jsonb) as p (id uuid, name text, areas text[])),
      there as (
        select g.id as new_id, k.id, g.name, g.areas,
            array(select area_code from search_place_area a where a.place_id = k.id order by area_code) as before
          from given g left join search_place k on plain_text(k.name) = plain_text(g.name)),
      changed as (select coalesce(id, new_id) as id, id is null as is_new, name, areas from there where id is null or before <> areas),
      added as (insert into search_place (id, name) select id, name from changed where is_new returning id),
      gone as (
        delete from search_place_area a using changed c where a.place_id = c.id and not a.area_code = any(c.areas) returning 1),
      placed as (
        insert into search_place_area (place_id, area_code) select c.id, code from changed c, unnest(c.areas) code on conflict do nothing returning 1)
      select (select count(*) from changed)::int as count, (select count(*) from added) + (select count(*) from gone) + (select count(*) from placed)`;
    const count = result?.count ?? 0;
    if (count > 0) await remember(tx, context, { kind: 'place', count });
    return accepted(count);
  });
}

const placeColumns = {
  name: true,
  areas: { select: { areaCode: true }, orderBy: { areaCode: 'asc' } },
} as const;

const lineOf = ({ name, areas }: { name: string; areas: { areaCode: string }[] }) =>
  placeLine(
    name,
    areas.map(({ areaCode }) => areaCode),
  );

async function unknownArea(tx: Transaction, codes: readonly string[]): Promise<string | null> {
  const known = await tx.area.findMany({ where: { code: { in: [...codes] } }, select: { code: true } });
  return codes.find((code) => !known.some((area) => area.code === code)) ?? null;
}

import { newId, isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { slugFor } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { organises } from '../policy.ts';
import { areaRefusals } from '../refusals.ts';

type RuleRefusal = (typeof areaRefusals)[keyof typeof areaRefusals];
export type AreaRefusal =
  PolicyRefusal | RuleRefusal | 'area-unknown' | 'changed-meanwhile' | 'areas-there' | 'year-empty';

const areasOf = (year: number) => `gathering-areas:${String(year)}`;

/**
 * An organiser makes an area of a year, or changes which buurten are in it. A buurt that was in another area of that year moves here.
 * @param input.areaId null: a new one. @param input.revision of what the organiser saw; 0 of a new one
 * @returns id of the area
 */
export async function saveArea(
  input: { areaId: string | null; year: number; revision: number; name: string; buurten: readonly string[] },
  context: Context<SignedIn>,
): Promise<Outcome<string, AreaRefusal>> {
  const { actor, now } = context;
  const allowed = organises(actor);
  if (!allowed.ok) return allowed;
  const { areaId, year, revision, name } = input;
  if (areaId !== null && !isId(areaId)) return refused('area-unknown');
  const changed = { name, isExample: false, changedById: actor.person.id, changedAt: now };
  return inTransaction<string, AreaRefusal, RuleRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, areasOf(year));
      const known = await tx.area.count({ where: { code: { in: [...input.buurten] }, level: 'buurt' } });
      if (known !== new Set(input.buurten).size) return refused('buurt-unknown');
      if (areaId === null) {
        const id = newId(now.getTime());
        if ((await tx.gatheringArea.count({ where: { year, name } })) > 0) return refused('area-name-taken');
        const slugs = new Set(
          (await tx.gatheringArea.findMany({ where: { year }, select: { slug: true } })).map(({ slug }) => slug),
        );
        await tx.gatheringArea.create({ data: { id, year, slug: slugFor(name, (one) => slugs.has(one)), ...changed } });
        await writeBuurten(tx, id, year, input.buurten);
        return accepted(id);
      }
      const before = await tx.gatheringArea.findUnique({ where: { id: areaId } });
      if (before?.year !== year) return refused('area-unknown');
      if (before.revision !== revision) return refused('changed-meanwhile');
      const others = { year, name, id: { not: areaId } };
      if ((await tx.gatheringArea.count({ where: others })) > 0) return refused('area-name-taken');
      await tx.gatheringArea.update({ where: { id: areaId }, data: { ...changed, revision: revision + 1 } });
      await writeBuurten(tx, areaId, year, input.buurten);
      return accepted(areaId);
    },
    { refusals: areaRefusals },
  );
}

/** A buurt is in one area a year: it leaves the other one, whose revision goes up so that nobody saves over it unseen. */
async function writeBuurten(tx: Transaction, id: string, year: number, codes: readonly string[]): Promise<void> {
  const buurten = [...new Set(codes)];
  const moved = await tx.gatheringAreaBuurt.findMany({
    where: { year, areaCode: { in: buurten }, gatheringAreaId: { not: id } },
    select: { gatheringAreaId: true },
  });
  await tx.gatheringArea.updateMany({
    where: { id: { in: moved.map(({ gatheringAreaId }) => gatheringAreaId) } },
    data: { revision: { increment: 1 } },
  });
  await tx.gatheringAreaBuurt.deleteMany({
    where: { year, OR: [{ gatheringAreaId: id }, { areaCode: { in: buurten } }] },
  });
  await tx.gatheringAreaBuurt.createMany({
    data: buurten.map((areaCode) => ({ year, areaCode, gatheringAreaId: id })),
  });
}

/** Throws away an area in which nothing was planned. */
export async function removeArea(
  input: { areaId: string; revision: number },
  context: Context<SignedIn>,
): Promise<Outcome<void, AreaRefusal>> {
  const allowed = organises(context.actor);
  if (!allowed.ok) return allowed;
  const { areaId: id, revision } = input;
  if (!isId(id)) return refused('area-unknown');
  return inTransaction<void, AreaRefusal, RuleRefusal>(
    context,
    async (tx) => {
      if ((await tx.gathering.count({ where: { gatheringAreaId: id } })) > 0) return refused('area-in-use');
      const { count } = await tx.gatheringArea.deleteMany({ where: { id, revision } });
      return count === 1 ? accepted() : refused('changed-meanwhile');
    },
    { refusals: areaRefusals },
  );
}

/** Begins a year with the areas of the last year that has any. @returns how many there are now */
export async function copyAreas(
  input: { year: number },
  context: Context<SignedIn>,
): Promise<Outcome<number, AreaRefusal>> {
  const { actor, now } = context;
  const allowed = organises(actor);
  if (!allowed.ok) return allowed;
  const { year } = input;
  return inTransaction<number, AreaRefusal, RuleRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, areasOf(year));
      if ((await tx.gatheringArea.count({ where: { year } })) > 0) return refused('areas-there');
      const last = await tx.gatheringArea.aggregate({ where: { year: { lt: year } }, _max: { year: true } });
      if (last._max.year === null) return refused('year-empty');
      const before = await tx.gatheringArea.findMany({
        where: { year: last._max.year },
        include: { buurten: { select: { areaCode: true } } },
      });
      for (const { slug, name, isExample, buurten } of before) {
        const id = newId(now.getTime());
        const changed = { changedById: actor.person.id, changedAt: now };
        await tx.gatheringArea.create({ data: { id, year, slug, name, isExample, ...changed } });
        await tx.gatheringAreaBuurt.createMany({
          data: buurten.map(({ areaCode }) => ({ year, areaCode, gatheringAreaId: id })),
        });
      }
      return accepted(before.length);
    },
    { refusals: areaRefusals },
  );
}

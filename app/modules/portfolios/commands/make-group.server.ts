import { isId, newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { slugFor } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import type { TypedLine } from '../form.ts';
import { addressesOfPages, type Phase } from '../portfolio.ts';
import { knownAreas } from '../portfolio.store.server.ts';
import { portfolioRules, type PortfolioRefusal } from '../refusals.ts';

export type MakeGroup = {
  /** Becomes the id, so that a double post makes one. */
  formKey: string;
  name: string;
  about: string;
  phase: Phase;
  /** Codes of wijken or buurten. */
  areas: readonly string[];
  lines: readonly TypedLine[];
};

/** So many groups one person makes in a day, at most. */
const mostGroupsADay = 5;
const minutesOfDay = 24 * 60;

/**
 * Puts a group of residents on the marketplace, without asking money. Who does it keeps the portfolio.
 * @returns slug of the portfolio
 */
export async function makeGroup(
  input: MakeGroup,
  context: Context<SignedIn>,
): Promise<Outcome<string, PortfolioRefusal>> {
  const { actor, now } = context;
  const { formKey: id, name, about, phase, lines } = input;
  const personId = actor.person.id;
  if (!isId(id)) return refused('form-key-invalid');
  return inTransaction<string, PortfolioRefusal, PortfolioRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `groups-of:${personId}`);
      const known = await tx.portfolio.findUnique({
        where: { id },
        select: { slug: true, keepers: { where: { personId }, select: { id: true } } },
      });
      if (known !== null) return known.keepers.length > 0 ? accepted(known.slug) : refused('form-key-invalid');
      const made = await tx.portfolioKeeper.count({
        where: { personId, addedById: personId, addedAt: { gt: addMinutes(now, -minutesOfDay) } },
      });
      if (made >= mostGroupsADay) return refused('too-many-groups');
      const areas = await knownAreas(tx, input.areas);
      if (areas === null) return refused('area-unknown');
      await holdKey(tx, 'portfolio-slug');
      const wanted = slugFor(name, (slug) => addressesOfPages.includes(slug));
      const [free] = await tx.$queryRaw<{ slug: string }[]>`select free_portfolio_slug(${wanted}) as slug`;
      const slug = free?.slug ?? wanted;
      await tx.portfolio.create({
        data: { id, slug, kind: 'group', name, about, phase, createdAt: now, changedAt: now },
      });
      await tx.portfolioKeeper.create({
        data: { id: newId(), portfolioId: id, personId, addedById: personId, addedAt: now },
      });
      await tx.portfolioArea.createMany({ data: areas.map((areaCode) => ({ portfolioId: id, areaCode })) });
      await tx.portfolioLine.createMany({
        data: lines.map(({ direction, resource, text, until: _, ...rest }, index) => ({
          ...rest,
          id: newId(),
          portfolioId: id,
          direction,
          resource,
          text,
          position: 100 + index,
          addedAt: now,
        })),
      });
      return accepted(slug);
    },
    { refusals: portfolioRules },
  );
}

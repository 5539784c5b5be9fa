import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import type { Phase } from '../portfolio.ts';
import { knownAreas, knownThemes, lockOwnPortfolio } from '../portfolio.store.server.ts';
import { portfolioRules, type PortfolioRefusal } from '../refusals.ts';

export type ChangePortfolio = {
  slug: string;
  /** Of what the keeper saw. */
  revision: number;
  /** Of a group only; an initiative and an organisation are called what they are. */
  name?: string;
  about: string;
  phase?: Phase;
  place: string;
  languages: readonly string[];
  /** Of a group and an organisation only: an initiative has those of its version. */
  themes: readonly string[];
  areas: readonly string[];
};

/** A keeper changes the words of a portfolio. What its kind does not have is left alone. */
export async function changePortfolio(
  input: ChangePortfolio,
  context: Context<SignedIn>,
): Promise<Outcome<void, PortfolioRefusal>> {
  const { actor, now } = context;
  return inTransaction<void, PortfolioRefusal, PortfolioRefusal>(
    context,
    async (tx) => {
      const portfolio = await lockOwnPortfolio(tx, input.slug, actor.person.id);
      if (portfolio === null) return refused('portfolio-unknown');
      const { id, kind, revision } = portfolio;
      if (revision !== input.revision) return refused('changed-meanwhile');
      if (kind === 'group' && (input.name === undefined || input.phase === undefined)) return refused('name-missing');
      await tx.portfolio.update({
        where: { id },
        data: {
          about: input.about,
          place: input.place,
          languages: [...input.languages],
          ...(kind === 'group' ? { name: input.name, phase: input.phase } : {}),
          revision: revision + 1,
          changedAt: now,
        },
      });
      return kind === 'initiative' ? accepted() : placeAgain(tx, id, input);
    },
    { refusals: portfolioRules },
  );
}

async function placeAgain(
  tx: Transaction,
  portfolioId: string,
  input: Pick<ChangePortfolio, 'areas' | 'themes'>,
): Promise<Outcome<void, PortfolioRefusal>> {
  const areas = await knownAreas(tx, [...new Set(input.areas)]);
  if (areas === null) return refused('area-unknown');
  const themes = await knownThemes(tx, [...new Set(input.themes)]);
  if (themes === null) return refused('theme-unknown');
  await tx.portfolioArea.deleteMany({ where: { portfolioId } });
  await tx.portfolioTheme.deleteMany({ where: { portfolioId } });
  await tx.portfolioArea.createMany({ data: areas.map((areaCode) => ({ portfolioId, areaCode })) });
  await tx.portfolioTheme.createMany({ data: themes.map((themeSlug) => ({ portfolioId, themeSlug })) });
  return accepted();
}

export type ClosePortfolio = { slug: string; close: boolean };

/** A keeper takes a portfolio from the marketplace, or puts it back. What an editor hid stays hidden. The same again changes nothing. */
export async function closePortfolio(
  { slug, close }: ClosePortfolio,
  context: Context<SignedIn>,
): Promise<Outcome<void, PortfolioRefusal>> {
  const { actor, now } = context;
  const state = close ? 'closed' : 'open';
  return inTransaction<void, PortfolioRefusal, PortfolioRefusal>(
    context,
    async (tx) => {
      const portfolio = await lockOwnPortfolio(tx, slug, actor.person.id);
      if (portfolio === null) return refused('portfolio-unknown');
      if (portfolio.state === state) return accepted();
      if (portfolio.state === 'hidden') return refused('hidden-stays');
      await tx.portfolio.update({
        where: { id: portfolio.id },
        data: { state, revision: portfolio.revision + 1, changedAt: now },
      });
      return accepted();
    },
    { refusals: portfolioRules },
  );
}

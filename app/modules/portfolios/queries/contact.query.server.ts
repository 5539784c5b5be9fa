import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { PortfolioKind, Unreachable } from '../portfolio.ts';
import type { PortfolioName } from '../views.ts';

/** Whom somebody wants to write to. */
export type ContactView = PortfolioName & {
  id: string;
  kind: PortfolioKind;
  unreachable: Unreachable | null;
  isOwn: boolean;
};

/** @returns null when there is no portfolio at this address that the actor can see */
export async function contactView(database: Database, actor: SignedIn, slug: string): Promise<ContactView | null> {
  if (!isSlug(slug)) return null;
  const [row] = await database.$queryRaw<ContactView[]>`
    select f.id::text as id, f.slug, f.name, f.kind, portfolio_unreachable(f.id) as unreachable,
        keeps_portfolio(${actor.person.id}::uuid, f.id) as "isOwn"
      from portfolio_look f where f.slug = ${slug}
        and (f.state = 'open' or (f.state = 'closed' and keeps_portfolio(${actor.person.id}::uuid, f.id)))`;
  return row ?? null;
}

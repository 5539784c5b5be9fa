import type { Instant } from '#app/kernel/instant.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { PortfolioName } from '../views.ts';

export type ClaimItem = {
  id: string;
  portfolio: PortfolioName;
  /** Of who says it, for who has to look whether it is so. */
  personName: string;
  personEmail: string;
  note: string;
  claimedAt: Instant;
};

/** Who says that they belong to a plan of the papers and waits for an answer, for editors; not the editor themselves. */
export async function claimsToAnswer(database: Database, actor: SignedIn): Promise<ClaimItem[]> {
  const rows = await database.$queryRaw<
    {
      id: string;
      slug: string;
      name: string;
      personName: string;
      personEmail: string;
      note: string;
      claimedAt: Instant;
    }[]
  >`
    select c.id::text as id, f.slug, f.name, p.name as "personName", p.email as "personEmail", c.note, c.claimed_at as "claimedAt"
      from portfolio_claim c join portfolio_look f on f.id = c.portfolio_id join person p on p.id = c.person_id
      where c.answer is null and c.person_id <> ${actor.person.id}::uuid
      order by c.claimed_at limit 100`;
  return rows.map(({ slug, name, ...rest }) => ({ ...rest, portfolio: { slug, name } }));
}

export type ClaimableView = PortfolioName & {
  /** What the actor said before and what came of it; null: nothing. */
  claim: { claimedAt: Instant; answer: string | null; answerReason: string } | null;
  isOwn: boolean;
};

/** A plan of the papers that somebody may belong to. @returns null when there is none at this address that can be taken up */
export async function claimable(database: Database, actor: SignedIn, slug: string): Promise<ClaimableView | null> {
  if (!isSlug(slug)) return null;
  const [row] = await database.$queryRaw<(PortfolioName & { id: string; isOwn: boolean })[]>`
    select f.id::text as id, f.slug, f.name, keeps_portfolio(${actor.person.id}::uuid, f.id) as "isOwn"
      from portfolio_face f where f.slug = ${slug} and f.kind = 'initiative' and has_own_keepers(f.id)`;
  if (row === undefined) return null;
  const claim = await database.portfolioClaim.findFirst({
    where: { portfolioId: row.id, personId: actor.person.id },
    orderBy: { claimedAt: 'desc' },
    select: { claimedAt: true, answer: true, answerReason: true },
  });
  return { slug: row.slug, name: row.name, isOwn: row.isOwn, claim };
}

type ClaimFacts = { personId: string; portfolio: PortfolioName; answer: string | null; reason: string };

/** What a mail about it says. */
export async function claimFacts(database: Database, id: string): Promise<ClaimFacts | null> {
  const [row] = await database.$queryRaw<
    { personId: string; slug: string; name: string; answer: string | null; reason: string }[]
  >`
    select c.person_id::text as "personId", f.slug, f.name, c.answer, c.answer_reason as reason
      from portfolio_claim c join portfolio_look f on f.id = c.portfolio_id where c.id = ${id}::uuid`;
  if (row === undefined) return null;
  const { slug, name, ...rest } = row;
  return { ...rest, portfolio: { slug, name } };
}

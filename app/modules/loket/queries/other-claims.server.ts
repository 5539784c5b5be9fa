import { cents, type Cents } from '#app/kernel/money.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import type { Database } from '#app/platform/database.server.ts';

/** Another plan of the same submitter or organisation for which money was asked or given here. */
export type OtherClaim = { slug: string; title: string; stage: Stage; requested: Cents; granted: Cents | null };

/**
 * Plans that could be paid for the same costs: of the same organisation, or of the same person, which of the two is
 * not told. Withdrawn, declined and referred ones ask for nothing any more.
 */
export async function otherClaims(database: Database, initiativeId: string): Promise<OtherClaim[]> {
  const rows = await database.$queryRaw<
    { slug: string; title: string; stage: Stage; requested: bigint; granted: bigint | null }[]
  >`
    select other.slug, other.title, other.stage, other.requested_cents as requested, d.granted
      from initiative i
      join initiative other on other.id <> i.id and other.current_version > 0
        and (other.submitter_id = i.submitter_id or other.organisation_id = i.organisation_id)
      left join lateral (
        select sum(amount_cents)::bigint as granted from decision
          where initiative_id = other.id and state = 'confirmed' and outcome = 'grant') d on true
      where i.id = ${initiativeId}::uuid
        and other.stage not in ('draft', 'withdrawn', 'declined', 'referred')
        and (other.requested_cents > 0 or d.granted > 0)
      order by other.submitted_at desc nulls last, other.id limit 10`;
  return rows.map(({ requested, granted, ...row }) => ({
    ...row,
    requested: cents(requested),
    granted: granted === null ? null : cents(granted),
  }));
}

import type { Database, Transaction } from '#app/platform/database.server.ts';
import { initiativeContent } from '#app/modules/initiatives/content.ts';
import type { Announcement } from './announcement.ts';
import type { BallotKind, CountingRule, VoteCompletion } from './vote.ts';

/**
 * A vote as it stands in the tables, in the form in which it is announced.
 * @param announcedAt the moment at which that happens or happened
 * @throws Error when there is no such vote
 */
export async function announcementOf(
  tx: Database | Transaction,
  voteId: string,
  announcedAt: Date,
): Promise<Announcement> {
  const vote = await tx.vote.findUniqueOrThrow({
    where: { id: voteId },
    include: {
      body: { select: { slug: true } },
      fund: { select: { slug: true } },
      areas: { select: { areaCode: true }, orderBy: { areaCode: 'asc' } },
      categories: { orderBy: { number: 'asc' } },
      projects: {
        orderBy: { number: 'asc' },
        include: { content: { select: { content: true, initiative: { select: { slug: true, title: true } } } } },
      },
    },
  });
  const projects = vote.projects.map(({ number, version, costCents, category, verdict, reason, content: row }) => {
    const content = initiativeContent.safeParse(row.content).data;
    const { slug, title } = row.initiative;
    return {
      ...{ number, version, verdict, reason, initiative: slug ?? '', title: content?.title ?? title },
      ...{ costCents: Number(costCents), areas: content?.wholeDistrict === true ? [] : [...(content?.areas ?? [])] },
      ...(category === null ? {} : { category }),
    };
  });
  const { slug, title, question, minimumAge, byAccount, opensAt, closesAt, amountCents } = vote;
  return {
    ...{ format: 'wijkbeurs.vote', version: 1, vote: slug, title, question },
    ...{ body: vote.body.slug, fund: vote.fund.slug, amountCents: Number(amountCents) },
    ...{ areas: vote.areas.map(({ areaCode }) => areaCode), minimumAge, byAccount },
    announcedAt: announcedAt.toISOString(),
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    ballot: { kind: vote.ballot as BallotKind, atMost: vote.atMost },
    rule: {
      method: vote.method as CountingRule['method'],
      completion: vote.completion as VoteCompletion | null,
      minimumVotes: vote.minimumVotes,
      ties: ['most-votes', 'lowest-cost', 'lots'],
      ...(vote.categories.length === 0
        ? {}
        : {
            categories: vote.categories.map(({ number, name, ceilingCents }) => ({
              ...{ number, name, ceilingCents: ceilingCents === null ? null : Number(ceilingCents) },
            })),
          }),
    },
    projects: projects
      .filter(({ verdict }) => verdict === 'included')
      .map(({ verdict: _, reason: __, ...project }) => project),
    excluded: projects.filter(({ verdict }) => verdict === 'excluded').map(({ verdict: _, ...project }) => project),
  };
}

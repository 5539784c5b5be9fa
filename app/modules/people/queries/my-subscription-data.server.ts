import type { Database } from '#app/platform/database.server.ts';

/** What somebody follows and which mails about it were made, for their own file. */
export async function mySubscriptionData(database: Database, personId: string) {
  return {
    following: await database.subscriber.findUnique({
      where: { personId },
      select: {
        rhythm: true,
        locale: true,
        createdAt: true,
        toldUntil: true,
        followed: {
          select: {
            kind: true,
            key: true,
            since: true,
            lookedAt: true,
            seen: { select: { documentId: true, seenAt: true, toldIn: true } },
          },
        },
        digests: { select: { period: true, itemCount: true } },
      },
    }),
  };
}

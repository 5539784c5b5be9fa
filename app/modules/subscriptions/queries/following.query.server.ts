import type { ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import { subjectKinds, type SubjectKind } from '../subject.ts';
import { hashOfToken } from '../token.server.ts';
import type { FollowingView } from '../views.ts';
import { subjectName } from './subjects.server.ts';

/** Of an account, or of who holds the link of a mail. @returns null when nothing is followed */
export async function following(
  database: Database,
  who: { personId: string } | { token: string },
  locale: ProgrammeLocale,
): Promise<FollowingView | null> {
  const row = await database.subscriber.findUnique({
    where: 'personId' in who ? { personId: who.personId } : { tokenHash: hashOfToken(who.token) },
    select: {
      id: true,
      rhythm: true,
      confirmedAt: true,
      followed: { orderBy: { since: 'asc' }, select: { kind: true, key: true } },
    },
  });
  if (row === null) return null;
  const followed = await Promise.all(
    row.followed.map(async ({ kind, key }) => {
      const subject = { kind: kindOf(kind), key };
      return { ...subject, name: (await subjectName(database, subject, locale)) ?? key };
    }),
  );
  return {
    subscriberId: row.id,
    rhythm: row.rhythm === 'weekly' ? 'weekly' : 'daily',
    isConfirmed: row.confirmedAt !== null,
    followed,
  };
}

export function kindOf(text: string): SubjectKind {
  const kind = subjectKinds.find((one) => one === text);
  if (kind === undefined) throw new Error(`nobody can follow a ${text}`);
  return kind;
}

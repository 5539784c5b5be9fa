import { newId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Locale } from '#app/modules/people/actor.ts';
import { requesterHash } from '#app/modules/people/code.server.ts';
import { inTransaction, type Database, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { lookAtSearch, mailFollow } from '../jobs.server.ts';
import { subjectName } from '../queries/subjects.server.ts';
import { mostSubjects, subjectWord, type Rhythm, type Subject } from '../subject.ts';
import { tokenHashOf } from '../token.server.ts';

export type Follow = {
  /** Somebody with an account, or an address that must be confirmed first. */
  who: { personId: string } | { email: string; requester: string };
  subject: Subject;
  rhythm: Rhythm;
  locale: Locale;
};

export type FollowRefusal = 'subject-unknown' | 'too-many-subjects' | 'too-many-here';

type FollowContext = { database: Database; now: Instant; secret: string };

/** An address gets at most one mail that asks in this time, and one network address asks for so many in an hour. */
const pauseMinutes = 10;
const askedPerHour = 10;

/**
 * Begins to follow something. With an account it holds at once. An address is asked by mail first: what it follows already
 * is not changed by who only knows the address, and the answer here is the same whether the address is known or not.
 */
export async function follow(input: Follow, context: FollowContext): Promise<Outcome<void, FollowRefusal>> {
  const { who, subject } = input;
  return inTransaction<void, FollowRefusal>(context, async (tx) => {
    if ((await subjectName(tx, subject, 'nl')) === null) return refused('subject-unknown');
    const name = 'personId' in who ? who.personId : who.email.toLowerCase();
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`subscriber:${name}`}, 0))`;
    return 'personId' in who
      ? followByAccount(tx, { ...input, personId: who.personId }, context)
      : followByMail(tx, { ...input, ...who }, context);
  });
}

type Wish = Pick<Follow, 'subject' | 'rhythm' | 'locale'>;

async function followByAccount(tx: Transaction, wish: Wish & { personId: string }, { now, secret }: FollowContext) {
  const { personId, rhythm, locale, subject } = wish;
  const before = await tx.subscriber.findUnique({ where: { personId } });
  if (before !== null) {
    await tx.subscriber.update({ where: { personId }, data: { rhythm, locale } });
    return addSubject(tx, before.id, subject, now);
  }
  const id = newId(now.getTime());
  await tx.subscriber.create({
    data: {
      ...{ id, personId, rhythm, locale, createdAt: now, confirmedAt: now, toldUntil: now },
      tokenHash: tokenHashOf(secret, id),
    },
  });
  return addSubject(tx, id, subject, now);
}

async function followByMail(
  tx: Transaction,
  wish: Wish & { email: string; requester: string },
  { now, secret }: FollowContext,
): Promise<Outcome<void, FollowRefusal>> {
  const { email, rhythm, locale, subject } = wish;
  const requester = requesterHash(secret, wish.requester);
  const asked = await tx.subscriber.count({
    where: { requesterHash: requester, askedAt: { gt: addMinutes(now, -60) } },
  });
  if (asked >= askedPerHour) return refused('too-many-here');
  const before = await tx.subscriber.findFirst({ where: { email: { equals: email, mode: 'insensitive' } } });
  const id = before?.id ?? newId(now.getTime());
  if (before === null)
    await tx.subscriber.create({
      data: {
        ...{ id, email, rhythm, locale, createdAt: now, toldUntil: now },
        tokenHash: tokenHashOf(secret, id),
      },
    });
  // who confirms sees the list; who confirmed already chooses by the link
  // one too many is left out in silence: that it was refused would tell that nobody confirmed the address yet
  if (before?.confirmedAt == null) await addSubject(tx, id, subject, now);
  const isLately = before?.askedAt != null && before.askedAt > addMinutes(now, -pauseMinutes);
  // counts for who asks now, also of an address that is known: else the limit would tell which ones are
  await tx.subscriber.update({
    where: { id },
    data: { requesterHash: requester, ...(isLately ? {} : { askedAt: now }) },
  });
  if (isLately) return accepted();
  await enqueue(
    tx,
    mailFollow,
    { subscriberId: id, subject: subjectWord(subject) },
    `mail-follow:${id}:${now.getTime()}`,
  );
  return accepted();
}

/** Follows one thing more; what is followed already stays as it is. */
export async function addSubject(
  tx: Transaction,
  subscriberId: string,
  { kind, key }: Subject,
  now: Instant,
): Promise<Outcome<void, 'too-many-subjects'>> {
  const others = await tx.subscription.count({ where: { subscriberId, NOT: { kind, key } } });
  if (others >= mostSubjects) return refused('too-many-subjects');
  const { count } = await tx.subscription.createMany({
    data: [{ subscriberId, kind, key, since: now }],
    skipDuplicates: true,
  });
  if (kind === 'search' && count > 0)
    await enqueue(tx, lookAtSearch, { subscriberId }, `look-at-search:${subscriberId}`);
  return accepted();
}

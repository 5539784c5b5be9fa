import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { canonicalJson } from '#app/kernel/canonical-json.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { membersToMail } from './members-to-mail.server.ts';
import { publishAction } from '#app/modules/actions/commands/create-action.server.ts';
import { receiptOf } from '#app/modules/decisions/receipt.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { recordLeaf } from '#app/modules/transparency/commands/record-leaf.server.ts';
import type { Context, Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailMinutes } from '../jobs.server.ts';
import { minutesContent, type MinutesContent } from '../minutes-content.ts';
import { reasonPlace, withPassages } from '../minutes-passages.ts';
import { syncActions, wordsOfAction, type LockedMinutes } from './sync-actions.server.ts';
import { publicationOf, type PublishedMinutes } from '../published-minutes.ts';
import { releasedPassages } from '../released.store.server.ts';
import { contentOf, isKeyed, onMinutes, type MinutesRefusal } from './write-minutes.server.ts';

type Seen = { id: string; revision: number };

/** Sends the concept to the members of the body: they can read it, and what is to be done stands on the list of actions. */
export async function sendMinutes(
  { id, revision }: Seen,
  context: Context<SignedIn>,
): Promise<Outcome<{ sentTo: number }, MinutesRefusal | 'minutes-empty'>> {
  const { now, actor } = context;
  return onMinutes<{ sentTo: number }, 'minutes-empty'>(id, context, async (tx, minutes) => {
    if (minutes.state === 'sent') return accepted({ sentTo: 0 });
    if (minutes.revision !== revision) return refused('changed-meanwhile');
    const content = contentOf(minutes);
    if (!content.lines.some(({ text, explanation }) => `${text}${explanation}`.trim() !== ''))
      return refused('minutes-empty');
    await tx.minutes.update({ where: { id }, data: { state: 'sent', sentAt: now, revision: revision + 1 } });
    await syncActions(tx, minutes, content, now);
    const { meeting } = minutes;
    const people = await membersToMail(tx, meeting.bodyId, actor.person.id, now);
    for (const personId of people)
      await enqueue(tx, mailMinutes, { meetingId: meeting.id, personId }, `meeting-minutes:${meeting.id}:${personId}`);
    return accepted({ sentTo: people.length });
  });
}

/**
 * Writes down that a later meeting of the body adopted the minutes, with what it changed. From then on they do not change: a copy is
 * kept, which is redacted next.
 * @param input.meetingId the meeting that adopted them
 */
export async function adoptMinutes(
  { id, revision, meetingId, amendments }: Seen & { meetingId: string; amendments: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, MinutesRefusal>> {
  const { now, actor } = context;
  return onMinutes<void>(id, context, async (tx, minutes) => {
    if (minutes.state === 'adopted' || minutes.state === 'published') return refused('already-adopted');
    if (minutes.revision !== revision) return refused('changed-meanwhile');
    if (!isId(meetingId) || (await tx.meeting.count({ where: { id: meetingId } })) === 0)
      return refused('adopted-in-next');
    const content = contentOf(minutes);
    await tx.minutes.update({
      where: { id },
      data: { state: 'adopted', adoptedAt: now, adoptedInId: meetingId, amendments, revision: revision + 1 },
    });
    await tx.minutesVersion.create({
      data: {
        ...{ id: newId(now.getTime()), minutesId: id, version: 1, content, amendments },
        ...{ madeById: actor.person.id, madeAt: now },
      },
    });
    await syncActions(tx, minutes, content, now);
    return accepted();
  });
}

/**
 * Mends published minutes: another version, which is redacted, released and published as the first was. The one before it stays.
 * @param input.version the published version that is mended
 */
export async function correctMinutes(
  { id, version, content, reason }: { id: string; version: number; content: MinutesContent; reason: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, MinutesRefusal>> {
  const { now, actor } = context;
  return onMinutes<void>(id, context, async (tx, minutes) => {
    const last = await tx.minutesVersion.findFirst({ where: { minutesId: id }, orderBy: { version: 'desc' } });
    if (last === null) return refused('not-published');
    if (last.version !== version) return refused('changed-meanwhile');
    const checked = minutesContent.safeParse(content);
    if (!checked.success || !isKeyed(checked.data)) return refused('minutes-wrong');
    await tx.minutesVersion.create({
      data: {
        ...{ id: newId(now.getTime()), minutesId: minutes.id, version: version + 1, content: checked.data },
        ...{ amendments: last.amendments, reason, madeById: actor.person.id, madeAt: now },
      },
    });
    return accepted();
  });
}

/**
 * Publishes a version whose redaction was released by a second person: with a number, a receipt, and a leaf in the log, all in one
 * transaction. Its actions become public in the same words. @returns the number
 */
export async function publishMinutes(
  { id, versionId }: { id: string; versionId: string },
  context: Context<SignedIn>,
): Promise<Outcome<string, MinutesRefusal>> {
  const { now, actor } = context;
  return onMinutes<string>(id, context, async (tx, minutes) => {
    const version = isId(versionId)
      ? await tx.minutesVersion.findFirst({ where: { id: versionId, minutesId: id }, include: { publication: true } })
      : null;
    if (version === null) return refused('minutes-unknown');
    if (version.publication !== null) return refused('already-published');
    const passages = await releasedPassages(tx, versionId);
    if (passages === null) return refused('not-released');
    const shown = withPassages(contentOf(version), version.amendments, passages);
    await holdKey(tx, 'minutes-number');
    const number = minutes.number ?? (await nextNumber(tx, dayInAmsterdam(now).slice(0, 4)));
    await tx.minutes.update({ where: { id }, data: { state: 'published', number } });
    const before = await shownBefore(tx, version);
    await syncActions(tx, minutes, contentOf(version), now, { shown: shown.content, before });
    // why it was mended is redacted too
    const reason = passages.find(({ key }) => key === reasonPlace)?.text ?? '';
    const published = await publication(tx, minutes, { ...version, reason, number, shown, now });
    const receipt = receiptOf(published);
    await tx.minutesPublication.create({
      data: {
        versionId,
        published: canonicalJson(published),
        receipt,
        publishedById: actor.person.id,
        publishedAt: now,
      },
    });
    await publishActions(tx, minutes, shown.content, context);
    const { publishedOn, meeting, corrects } = published;
    if (corrects === null)
      await recordLeaf(
        tx,
        {
          kind: 'minutes',
          version: 1,
          number,
          body: meeting.body.slug,
          heldOn: meeting.day,
          publishedOn,
          sha256: receipt,
        },
        now,
      );
    else
      await recordLeaf(
        tx,
        { kind: 'correction', version: 1, corrects: { kind: 'minutes', number }, publishedOn, sha256: receipt },
        now,
      );
    return accepted(number);
  });
}

/** What everybody reads of the version before; null: there is none, or its words are gone. */
async function shownBefore(
  tx: Transaction,
  { minutesId, version }: { minutesId: string; version: number },
): Promise<MinutesContent | null> {
  const row = await tx.minutesVersion.findUnique({
    where: { minutesId_version: { minutesId, version: version - 1 } },
  });
  const content = minutesContent.safeParse(row?.content);
  const passages = row === null ? null : await releasedPassages(tx, row.id);
  return row === null || passages === null || !content.success
    ? null
    : withPassages(content.data, row.amendments, passages).content;
}

async function nextNumber(tx: Transaction, year: string): Promise<string> {
  const last = await tx.minutes.findFirst({
    where: { number: { startsWith: `V${year}-` } },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  return `V${year}-${String(Number(last?.number?.slice(6) ?? 0) + 1).padStart(4, '0')}`;
}

type Release = {
  number: string;
  version: number;
  reason: string;
  shown: ReturnType<typeof withPassages>;
  now: Date;
};

async function publication(
  tx: Transaction,
  minutes: LockedMinutes,
  { number, version, reason, shown, now }: Release,
): Promise<PublishedMinutes> {
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { id: minutes.meeting.id },
    include: { body: { select: { slug: true, name: true } } },
  });
  const adopted = await tx.meeting.findUniqueOrThrow({ where: { id: minutes.adoptedInId ?? '' } });
  const decided = await tx.minutesDecision.findMany({
    where: { minutesId: minutes.id, decision: { number: { not: null } } },
    select: { lineKey: true, decision: { select: { number: true } } },
  });
  const actions = await tx.action.findMany({
    where: { meetingId: meeting.id },
    select: { minutesLine: true, number: true },
  });
  return publicationOf({
    ...{ number, version, reason, publishedOn: dayInAmsterdam(now), adopted, meeting, ...shown },
    decisions: new Map(decided.map(({ lineKey, decision }) => [lineKey, decision.number ?? ''])),
    actions: new Map(actions.map(({ minutesLine, number: of }) => [minutesLine ?? '', of])),
  });
}

async function publishActions(
  tx: Transaction,
  { meeting }: LockedMinutes,
  shown: MinutesContent,
  { now }: Context<SignedIn>,
): Promise<void> {
  const rows = await tx.action.findMany({
    where: { meetingId: meeting.id, publishedAt: null },
    select: { id: true, minutesLine: true },
  });
  for (const { id, minutesLine } of rows) {
    const line = shown.lines.find(({ key }) => key === minutesLine);
    if (line === undefined) continue;
    const words = wordsOfAction(line, meeting.body.shortName);
    await publishAction(tx, { id, ...words }, { personId: null, role: 'minutes' }, now);
  }
}

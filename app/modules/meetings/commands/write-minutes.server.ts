import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { lockMeeting, type LockedMeeting } from '../meeting.store.server.ts';
import { minutesContent, mostAttendees, type MinutesContent } from '../minutes-content.ts';
import { lockMinutes, syncActions, type LockedMinutes } from './sync-actions.server.ts';
import { plansFor } from '../policy.ts';
import { minutesRefusals } from '../refusals.ts';

export type MinutesRule = (typeof minutesRefusals)[keyof typeof minutesRefusals];
export type MinutesRefusal =
  Exclude<PolicyRefusal, 'not-found'> | MinutesRule | 'meeting-unknown' | 'minutes-unknown' | 'minutes-wrong';

/**
 * Begins the minutes of a meeting that was held: with a line for each item of its agenda, and with who was there the last time, which
 * mostly are the same organisations. @returns id of the minutes
 */
export async function beginMinutes(
  { meetingId }: { meetingId: string },
  context: Context<SignedIn>,
): Promise<Outcome<string, MinutesRefusal>> {
  const { actor, now } = context;
  if (!isId(meetingId)) return refused('meeting-unknown');
  return inTransaction<string, MinutesRefusal, MinutesRule>(
    context,
    async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      if (meeting === null) return refused('meeting-unknown');
      const allowed = plansFor(actor, meeting.bodyId);
      if (!allowed.ok) return allowed;
      const known = await tx.minutes.findUnique({ where: { meetingId }, select: { id: true } });
      if (known !== null) return accepted(known.id);
      const id = newId(now.getTime());
      const by = { begunById: actor.person.id, begunAt: now, changedById: actor.person.id, changedAt: now };
      const content = await firstContent(tx, meeting);
      await tx.minutes.create({ data: { id, meetingId, content, ...by } });
      await tx.minutesDecision.createMany({ data: await linkedDecisions(tx, meetingId, id, content) });
      return accepted(id);
    },
    { refusals: minutesRefusals },
  );
}

/** The line of an item of the agenda is known by the item. */
const keyOfItem = (itemId: string) => `i${itemId.replaceAll('-', '').slice(-16)}`;

const itemsOf = (tx: Transaction, meetingId: string) =>
  tx.meetingItem.findMany({
    where: { meetingId, removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, kind: true, decisionId: true },
  });

async function firstContent(tx: Transaction, meeting: LockedMeeting): Promise<MinutesContent> {
  const items = await itemsOf(tx, meeting.id);
  const body = await tx.body.findUnique({ where: { id: meeting.bodyId }, select: { chairOrganisation: true } });
  const chair = {
    ...{ key: 'voorzitter', name: meeting.chairName, organisation: body?.chairOrganisation ?? '' },
    ...({ task: 'chair', presence: 'present', interest: '' } as const),
  };
  const others = (await attendeesBefore(tx, meeting)).filter(
    (one) => one.task !== 'chair' && one.name.trim() !== meeting.chairName.trim(),
  );
  return {
    version: 1,
    attendees: [chair, ...others.map((one) => ({ ...one, presence: 'present' as const }))].slice(0, mostAttendees),
    lines: items.map(({ id, title, kind }) => ({
      key: keyOfItem(id),
      kind: kind === 'decide' ? 'decision' : 'note',
      ...{ subject: title, text: '', explanation: '', who: '', when: '' },
    })),
    annex: [],
  };
}

async function attendeesBefore(tx: Transaction, meeting: LockedMeeting): Promise<MinutesContent['attendees']> {
  const before = await tx.minutes.findFirst({
    where: { meeting: { bodyId: meeting.bodyId, startsAt: { lt: meeting.startsAt } } },
    orderBy: { meeting: { startsAt: 'desc' } },
    select: { content: true },
  });
  const read = minutesContent.safeParse(before?.content);
  return read.success ? read.data.attendees : [];
}

async function linkedDecisions(tx: Transaction, meetingId: string, minutesId: string, content: MinutesContent) {
  const items = await itemsOf(tx, meetingId);
  return items.flatMap(({ id, decisionId }) =>
    decisionId !== null && content.lines.some(({ key }) => key === keyOfItem(id))
      ? [{ minutesId, lineKey: keyOfItem(id), decisionId }]
      : [],
  );
}

export type SaveMinutes = {
  id: string;
  /** Of what the writer saw. */
  revision: number;
  content: MinutesContent;
  /** Id of the decision of the register, by key of the line that tells of it. */
  decisions: ReadonlyMap<string, string>;
};

/** Saves what was typed. @returns the new revision */
export async function saveMinutes(
  { id, revision, content, decisions }: SaveMinutes,
  context: Context<SignedIn>,
): Promise<Outcome<number, MinutesRefusal>> {
  return onMinutes<number>(id, context, async (tx, minutes) => {
    if (minutes.revision !== revision) return refused('changed-meanwhile');
    if (minutes.state !== 'concept' && minutes.state !== 'sent') return refused('already-adopted');
    const checked = minutesContent.safeParse(content);
    if (!checked.success || !isKeyed(checked.data)) return refused('minutes-wrong');
    const { actor, now } = context;
    await tx.minutes.update({
      where: { id },
      data: { content: checked.data, revision: revision + 1, changedById: actor.person.id, changedAt: now },
    });
    await linkDecisions(tx, minutes, checked.data, decisions);
    if (minutes.state === 'sent') await syncActions(tx, minutes, checked.data, now);
    return accepted(revision + 1);
  });
}

/** Every line has a key of its own: a redaction finds it by that. */
export function isKeyed({ attendees, lines, annex }: MinutesContent): boolean {
  return [attendees, lines, annex].every((rows) => new Set(rows.map(({ key }) => key)).size === rows.length);
}

async function linkDecisions(
  tx: Transaction,
  { id }: LockedMinutes,
  content: MinutesContent,
  decisions: ReadonlyMap<string, string>,
): Promise<void> {
  const wanted = content.lines.flatMap(({ key, kind }) => {
    const decisionId = decisions.get(key) ?? '';
    return kind === 'decision' && isId(decisionId) ? [{ minutesId: id, lineKey: key, decisionId }] : [];
  });
  await tx.minutesDecision.deleteMany({ where: { minutesId: id } });
  await tx.minutesDecision.createMany({ data: wanted });
}

/** Throws a concept away that nobody was sent. */
export async function discardMinutes(
  { id, revision }: { id: string; revision: number },
  context: Context<SignedIn>,
): Promise<Outcome<void, MinutesRefusal>> {
  return onMinutes<void>(id, context, async (tx, minutes) => {
    if (minutes.state !== 'concept') return refused('changed-meanwhile');
    if (minutes.revision !== revision) return refused('changed-meanwhile');
    await tx.minutes.delete({ where: { id } });
    return accepted();
  });
}

/** One change of minutes, by who works for the body. */
export async function onMinutes<Value, More extends string = never>(
  id: string,
  context: Context<SignedIn>,
  work: (tx: Transaction, minutes: LockedMinutes) => Promise<Outcome<Value, MinutesRefusal | More>>,
  more: Readonly<Record<string, MinutesRule | More>> = {},
): Promise<Outcome<Value, MinutesRefusal | More>> {
  if (!isId(id)) return refused('minutes-unknown');
  return inTransaction<Value, MinutesRefusal | More, MinutesRule | More>(
    context,
    async (tx) => {
      const minutes = await lockMinutes(tx, id);
      if (minutes === null) return refused('minutes-unknown');
      const allowed = plansFor(context.actor, minutes.meeting.bodyId);
      return allowed.ok ? work(tx, minutes) : allowed;
    },
    { refusals: { ...minutesRefusals, ...more } },
  );
}

/** @throws ZodError for what this product never wrote */
export function contentOf(minutes: { content: unknown }): MinutesContent {
  return minutesContent.parse(minutes.content);
}

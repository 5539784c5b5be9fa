import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import {
  actionOfLine,
  createAction,
  removeAction,
  rewordAction,
} from '#app/modules/actions/commands/create-action.server.ts';
import { askedAbout, longestActionText, shortestActionText, type ActionContent } from '#app/modules/actions/action.ts';
import { dueOf } from '../due.ts';
import type { MinutesContent, MinutesLine } from '../minutes-content.ts';

const meetingColumns = {
  select: { id: true, slug: true, bodyId: true, startsAt: true, body: { select: { shortName: true } } },
} as const;

/** Holds minutes until the transaction is over. @returns null when there are none */
export async function lockMinutes(tx: Transaction, id: string) {
  await tx.$queryRaw`select 1 from minutes where id = ${id}::uuid for update`;
  return tx.minutes.findUnique({ where: { id }, include: { meeting: meetingColumns } });
}

export type LockedMinutes = NonNullable<Awaited<ReturnType<typeof lockMinutes>>>;

const writer = { personId: null, role: 'minutes' } as const;

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** What an action is called: the action itself, or what it is about where only that was written. */
export function wordsOfAction(
  { text, subject, explanation, who }: Omit<MinutesLine, 'key' | 'kind' | 'when'>,
  ifNobody: string,
) {
  return {
    title: cut((text.trim() === '' ? subject : text).trim().replaceAll(/\s+/g, ' '), longestActionText.title),
    explanation: cut(explanation.trim(), longestActionText.explanation),
    ownerWords: cut(who.trim() === '' ? ifNobody : who.trim(), longestActionText.owner),
  };
}

/** Lines that say something to do. */
function actionLines(content: MinutesContent): MinutesLine[] {
  return content.lines.filter(
    (line) => line.kind === 'action' && wordsOfAction(line, '').title.length >= shortestActionText,
  );
}

/**
 * Makes the list of actions say what the minutes say. They are for colleagues until the minutes are published. What was closed
 * meanwhile stays as it was done; a line that is gone takes its action along.
 * @param released what everybody reads of these minutes, and read of the version before (null: gone, or there was none): what is
 *   public already is said in these words only, and stays as its body has it by now where they are the same
 */
export async function syncActions(
  tx: Transaction,
  minutes: LockedMinutes,
  content: MinutesContent,
  now: Instant,
  released: { shown: MinutesContent; before: MinutesContent | null } | null = null,
): Promise<void> {
  const { meeting } = minutes;
  const lines = actionLines(content);
  const gone = await tx.action.findMany({
    where: { meetingId: meeting.id, minutesLine: { notIn: lines.map(({ key }) => key) } },
    select: { id: true },
  });
  for (const { id } of gone) await removeAction(tx, id);
  const people = await peopleOf(tx, meeting.bodyId, now);
  const isPublic = await publicLines(tx, meeting.id);
  for (const line of lines) {
    const sayable = isPublic.has(line.key) ? changedLine(line.key, released) : line;
    if (sayable === null) continue;
    const { ownerWords: words, ...said } = wordsOfAction(sayable, meeting.body.shortName);
    const meant = dueOf(line.when, dayInAmsterdam(meeting.startsAt));
    const action: ActionContent = {
      ...said,
      owner: { personId: personNamed(people, line.who), organisationId: null, words },
      due: meant === null || meant.kind === 'asap' ? { kind: 'asap', on: askedAbout(now) } : meant,
    };
    const known = await actionOfLine(tx, meeting.id, line.key);
    if (known === null) {
      const source = { kind: 'minutes', meetingId: meeting.id, line: line.key } as const;
      const id = newId(now.getTime());
      await createAction(tx, { ...action, id, bodyId: meeting.bodyId, source, isPublic: false }, writer, now);
    } else await rewordAction(tx, { ...action, id: known, due: await dueKept(tx, known, action.due) }, writer, now);
  }
}

/** The line as everybody reads it now; null: as they read it before, or there is none. */
function changedLine(key: string, released: Parameters<typeof syncActions>[4]): MinutesLine | null {
  const lineOf = (content?: MinutesContent | null) => content?.lines.find((line) => line.key === key);
  const now = lineOf(released?.shown);
  return now === undefined || JSON.stringify(now) === JSON.stringify(lineOf(released?.before)) ? null : now;
}

async function publicLines(tx: Transaction, meetingId: string): Promise<Set<string | null>> {
  const rows = await tx.action.findMany({
    where: { meetingId, publishedAt: { not: null } },
    select: { minutesLine: true },
  });
  return new Set(rows.map(({ minutesLine }) => minutesLine));
}

/** "As soon as possible" is asked about on the day that it was first understood, however often the minutes are saved. */
async function dueKept(tx: Transaction, id: string, due: ActionContent['due']): Promise<ActionContent['due']> {
  if (due.kind !== 'asap') return due;
  const row = await tx.action.findUnique({ where: { id }, select: { dueKind: true, dueOn: true } });
  return row?.dueKind === 'asap' && row.dueOn !== null ? { kind: 'asap', on: dayInAmsterdam(row.dueOn) } : due;
}

type Known = { id: string; name: string };

/** Who works in a body and has an account, for reminders of what they took on. */
async function peopleOf(tx: Transaction, bodyId: string, now: Instant): Promise<Known[]> {
  const today = toDateColumn(dayInAmsterdam(now));
  return tx.person.findMany({
    where: {
      deletedAt: null,
      name: { not: '' },
      memberships: { some: { bodyId, beginsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] } },
    },
    select: { id: true, name: true },
  });
}

/** The one person whose full or first name was written; null when nobody, or more than one, is meant. */
function personNamed(people: readonly Known[], who: string): string | null {
  const written = who.trim().toLowerCase();
  if (written === '') return null;
  const full = people.filter(({ name }) => name.trim().toLowerCase() === written);
  const first = people.filter(({ name }) => name.trim().toLowerCase().split(/\s+/)[0] === written);
  const meant = full.length > 0 ? full : first;
  return meant.length === 1 ? (meant[0]?.id ?? null) : null;
}

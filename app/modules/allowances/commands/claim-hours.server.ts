import { addDays, fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { accepted, refused, type Accepted, type Refused } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { brokenRule, inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { amountOf } from '../allowance-rule.ts';
import { mayCoordinate } from '../policy.ts';
import { claimRefusals, type ClaimRefusal } from '../refusals.ts';
import { lockActivity } from './lock-activity.server.ts';

/** Hours of one person on one day. */
export type WorkedHours = { personId: string; day: CalendarDate; minutes: number; note: string };

export type ClaimHours = {
  activityId: string;
  /** One's own, or those of a whole sheet that a coordinator types over. All of them or none. */
  lines: readonly WorkedHours[];
  /** The first claim gets it as its id, so that a double post claims once. */
  formKey: string;
};

export type ClaimHoursRefusal =
  Exclude<PolicyRefusal, 'not-found'> | ClaimRefusal | 'activity-unknown' | 'form-key-invalid' | 'no-hours';

/** What was refused of one line. @see ClaimHours.lines `line` is its index there */
export type LineRefusal = { line: number; reason: ClaimRefusal };

/** `lines`: every line that was refused, where it was about lines; what can stand beside each other is judged in order of people. */
export type ClaimHoursOutcome =
  Accepted<{ claims: number }> | (Refused<ClaimHoursRefusal> & { lines?: readonly LineRefusal[] });

/**
 * Somebody claims hours, or a coordinator does for others. The limits of the law, the budget of the activity and the rate of
 * somebody's age are judged by the database (`claim_fits`, `claim_within_limits`), while it holds the activity and the person.
 */
export async function claimHours(input: ClaimHours, context: Context<SignedIn>): Promise<ClaimHoursOutcome> {
  const { actor, now } = context;
  const { activityId, lines, formKey } = input;
  if (!isId(formKey)) return refused('form-key-invalid');
  if (!isId(activityId) || lines.some(({ personId }) => !isId(personId))) return refused('activity-unknown');
  if (lines.length === 0) return refused('no-hours');
  const me = actor.person.id;
  let refusals: LineRefusal[] = [];
  const outcome = await inTransaction<{ claims: number }, ClaimHoursRefusal, ClaimRefusal>(
    context,
    async (tx) => {
      refusals = [];
      await holdKey(tx, `allowance-claim:${formKey}`);
      const known = await tx.allowanceClaim.findUnique({ where: { id: formKey } });
      if (known !== null) {
        // a page that the browser kept sends its key again with other hours, which must not seem to be taken
        const isAgain =
          known.claimedById === me &&
          known.activityId === activityId &&
          known.state !== 'withdrawn' &&
          lines.some(
            ({ personId, day, minutes }) =>
              personId === known.personId && day === fromDateColumn(known.day) && minutes === known.minutes,
          );
        return isAgain ? accepted({ claims: lines.length }) : refused('form-key-invalid');
      }
      const activity = await lockActivity(tx, activityId);
      if (activity === null) return refused('activity-unknown');
      if (lines.some(({ personId }) => personId !== me)) {
        const allowed = mayCoordinate(actor, activity.bodyId);
        if (!allowed.ok) return allowed;
      }
      const turning = await turningDays(tx, lines);
      // everybody holds people in the same order, so that two sheets do not wait for each other in a circle
      const inOrder = lines
        .map((line, index) => ({ ...line, line: index }))
        .sort((a, b) => (a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : 0));
      for (const [index, { personId, day, minutes, note, line }] of inOrder.entries()) {
        const isYoung = (turning.get(personId) ?? addDays(day, -1)) > day;
        const rateCents = isYoung ? activity.hourYoungCents : activity.hourCents;
        if (rateCents === 0) {
          refusals.push({ line, reason: 'hours-unpaid' });
          continue;
        }
        const data = {
          id: index === 0 ? formKey : newId(now.getTime()),
          activityId,
          personId,
          day: toDateColumn(day),
          kind: 'hours',
          minutes,
          rateCents,
          amountCents: amountOf(minutes, cents(rateCents)),
          note: note.trim(),
          claimedById: me,
          claimedAt: now,
        };
        const reason = await refusalOf(tx, async () => tx.allowanceClaim.create({ data }));
        if (reason !== null) refusals.push({ line, reason });
      }
      const [first] = refusals;
      return first === undefined ? accepted({ claims: lines.length }) : refused(first.reason);
    },
    { refusals: claimRefusals },
  );
  return outcome.ok || refusals.length === 0 ? outcome : { ...outcome, lines: refusals };
}

/** Adds a claim, or says why it cannot be and leaves the transaction usable, so that every line of a sheet is judged. */
async function refusalOf(tx: Transaction, add: () => Promise<unknown>): Promise<ClaimRefusal | null> {
  await tx.$executeRaw`savepoint claim_line`;
  try {
    await add();
  } catch (error) {
    const rule = brokenRule(error);
    if (rule === null || !(rule in claimRefusals)) throw error;
    await tx.$executeRaw`rollback to savepoint claim_line`;
    return claimRefusals[rule as keyof typeof claimRefusals];
  }
  await tx.$executeRaw`release savepoint claim_line`;
  return null;
}

/** On which day each of these people turns 21, for who was not 21 yet when they said so. */
async function turningDays(tx: Transaction, lines: readonly WorkedHours[]): Promise<Map<string, CalendarDate>> {
  const rows = await tx.$queryRaw<{ person_id: string; day: string }[]>`
    select person_id, to_char(turns_21_on, 'YYYY-MM-DD') as day from volunteer
      where person_id = any (${lines.map(({ personId }) => personId)}::uuid[]) and turns_21_on is not null`;
  return new Map(rows.map(({ person_id: personId, day }) => [personId, day as CalendarDate]));
}

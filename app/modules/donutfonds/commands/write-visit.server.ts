import { dayInAmsterdam, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { longestText, type VisitFinding } from '../call.ts';
import { hasInterest, lockCall } from '../donutfonds.store.server.ts';
import { mayVisit, type RoleRefusal } from '../policy.ts';

export type WriteVisit = {
  applicationId: string;
  /** Becomes the id, so that a double post writes once. */
  formKey: string;
  /** Number of the last version that the writer saw; 0: none. */
  latest: number;
  visitedOn: CalendarDate;
  /** With whom, by function; never a name. */
  metWith: string;
  seen: string;
  finding: VisitFinding;
  findingReason: string;
};

export type WriteVisitRefusal =
  | RoleRefusal
  | 'application-unknown'
  | 'form-key-invalid'
  | 'interest'
  | 'visit-ahead'
  | 'visit-late'
  | 'changed-meanwhile'
  | 'text-length';

const refusals = {
  donut_visit_without_interest: 'interest',
  donut_visit_ahead: 'visit-ahead',
  donut_visit_in_time: 'visit-late',
  donut_visit_version: 'changed-meanwhile',
  donut_visit_application_id_version_key: 'changed-meanwhile',
  donut_visit_texts: 'text-length',
  donut_visit_pkey: 'form-key-invalid',
} as const satisfies Record<string, WriteVisitRefusal>;

/**
 * Writes what was seen at an organisation, by somebody without an interest in it. Never changed: a correction is a next
 * version.
 */
export async function writeVisit(
  input: WriteVisit,
  context: Context<SignedIn>,
): Promise<Outcome<void, WriteVisitRefusal>> {
  const { actor, now } = context;
  const { applicationId, formKey: id, latest, visitedOn, finding } = input;
  if (!isId(applicationId)) return refused('application-unknown');
  if (!isId(id)) return refused('form-key-invalid');
  const texts = { metWith: input.metWith.trim(), seen: input.seen.trim(), findingReason: input.findingReason.trim() };
  const fits = (said: string, longest: number) => said !== '' && said.length <= longest;
  if (
    !fits(texts.metWith, longestText.metWith) ||
    !fits(texts.seen, longestText.seen) ||
    !fits(texts.findingReason, longestText.reason)
  )
    return refused('text-length');
  if (visitedOn > dayInAmsterdam(now)) return refused('visit-ahead');
  const authorId = actor.person.id;
  return inTransaction<void, WriteVisitRefusal, WriteVisitRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `donut-visit:${id}`);
      const found = await tx.donutApplication.findUnique({ where: { id: applicationId }, select: { callId: true } });
      const call = found === null ? null : await lockCall(tx, found.callId, 'share');
      if (call === null) return refused('application-unknown');
      const allowed = mayVisit(actor, call.bodyId);
      if (!allowed.ok) return allowed;
      const known = await tx.donutVisit.findUnique({ where: { id }, select: { authorId: true } });
      if (known !== null) return known.authorId === authorId ? accepted() : refused('form-key-invalid');
      if (await hasInterest(tx, applicationId, authorId)) return refused('interest');
      await tx.donutVisit.create({
        data: {
          id,
          applicationId,
          version: latest + 1,
          visitedOn: toDateColumn(visitedOn),
          finding,
          ...texts,
          authorId,
          writtenAt: now,
        },
      });
      return accepted();
    },
    { refusals },
  );
}

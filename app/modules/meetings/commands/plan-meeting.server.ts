import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { countChange, lockMeeting, tellChange } from '../meeting.store.server.ts';
import { meetingSlug, type MeetingContent } from '../meeting.ts';
import { plansFor } from '../policy.ts';
import { meetingRefusals } from '../refusals.ts';

type RuleRefusal = (typeof meetingRefusals)[keyof typeof meetingRefusals];

export type PlanRefusal =
  Exclude<PolicyRefusal, 'not-found'> | RuleRefusal | 'form-key-invalid' | 'body-unknown' | 'meeting-unknown';

const columnsOf = ({ agendaBy, ...content }: MeetingContent) => ({ ...content, agendaBy: toDateColumn(agendaBy) });

/**
 * Who works for a body plans a meeting, as a concept that only they see; "Verslag vorige vergadering" stands on its agenda by itself.
 * A meeting of before may be planned too: its minutes are written here afterwards. @returns its slug
 */
export async function planMeeting(
  {
    formKey: id,
    bodyId,
    content,
    previousTitle,
  }: {
    formKey: string;
    bodyId: string;
    content: MeetingContent;
    /** Title of the item that adopts the minutes of before. */
    previousTitle: string;
  },
  context: Context<SignedIn>,
): Promise<Outcome<string, PlanRefusal>> {
  const { actor, now } = context;
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(bodyId)) return refused('body-unknown');
  const allowed = plansFor(actor, bodyId);
  if (!allowed.ok) return allowed;
  return inTransaction<string, PlanRefusal, RuleRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, 'meeting-slug');
      const posted = await tx.meeting.findUnique({ where: { id }, select: { slug: true, createdById: true } });
      if (posted !== null)
        return posted.createdById === actor.person.id ? accepted(posted.slug) : refused('form-key-invalid');
      const body = await tx.body.findUnique({ where: { id: bodyId }, select: { slug: true, kind: true } });
      if (body === null || body.kind === 'programme') return refused('body-unknown');
      const day = dayInAmsterdam(content.startsAt);
      const alike = await tx.meeting.findMany({
        where: { slug: { startsWith: `${body.slug}-${day}` } },
        select: { slug: true },
      });
      const slug = meetingSlug(body.slug, day, (one) => alike.some((taken) => taken.slug === one));
      await tx.meeting.create({
        data: { ...columnsOf(content), id, slug, bodyId, createdById: actor.person.id, createdAt: now, changedAt: now },
      });
      await tx.meetingItem.create({
        data: {
          ...{ id: newId(now.getTime()), meetingId: id, position: 0, title: previousTitle, kind: 'decide', minutes: 5 },
          ...{ isPreviousMinutes: true, addedAt: now, changedAt: now },
        },
      });
      return accepted(slug);
    },
    { refusals: meetingRefusals },
  );
}

export type ChangeMeeting = { meetingId: string; revision: number; content: MeetingContent };

/** Changes when, where and what of a meeting. When it was announced, everybody can read from when it was moved. */
export async function changeMeeting(
  { meetingId: id, revision, content }: ChangeMeeting,
  context: Context<SignedIn>,
): Promise<Outcome<void, PlanRefusal>> {
  const { actor, now } = context;
  if (!isId(id)) return refused('meeting-unknown');
  return inTransaction<void, PlanRefusal, RuleRefusal>(
    context,
    async (tx) => {
      const before = await lockMeeting(tx, id);
      if (before === null) return refused('meeting-unknown');
      const allowed = plansFor(actor, before.bodyId);
      if (!allowed.ok) return allowed;
      if (before.revision !== revision) return refused('changed-meanwhile');
      if (before.state === 'cancelled') return refused('meeting-cancelled');
      const isMoved =
        before.startsAt.getTime() !== content.startsAt.getTime() ||
        before.venueName !== content.venueName ||
        before.venueAddress !== content.venueAddress;
      const hasMinutes = (await tx.minutes.count({ where: { meetingId: id } })) > 0;
      if (hasMinutes && before.startsAt.getTime() !== content.startsAt.getTime()) return refused('has-minutes');
      await tx.meeting.update({ where: { id }, data: columnsOf(content) });
      await countChange(tx, id, now);
      if (isMoved && before.state === 'announced')
        await tellChange(
          tx,
          {
            ...{ meetingId: id, kind: 'moved', changedById: actor.person.id },
            text: JSON.stringify({ startsAt: before.startsAt.toISOString(), venueName: before.venueName }),
          },
          now,
        );
      return accepted();
    },
    { refusals: meetingRefusals },
  );
}

import { dayInAmsterdam, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { SignedIn } from '../actor.ts';
import { mailRole } from '../jobs.server.ts';
import { normalEmail } from '../person.ts';
import { administers, type PolicyRefusal } from '../policy.ts';
import { roleFitsBody, type Role } from '../role.ts';

export type NewRole = {
  bodyId: string;
  personId: string;
  role: Role;
  /** The organisation for which the person sits; null: as a resident. */
  organisationId: string | null;
  /** Who lives together carries the same words; only of meaning in a wijkalliantie, never public. */
  household?: string | null;
  beginsOn: CalendarDate;
  /** Last day; null: until somebody ends it. */
  endsOn: CalendarDate | null;
  /** Null where no person gave it: demo data, and the first administrator. */
  grantedById: string | null;
  now: Instant;
};

/** Writes a role within the caller's transaction, without asking who may. @returns the id of the membership */
export async function giveRole(tx: Transaction, order: NewRole): Promise<string> {
  const id = newId(order.now.getTime());
  await tx.bodyMembership.create({
    data: {
      id,
      bodyId: order.bodyId,
      personId: order.personId,
      role: order.role,
      organisationId: order.organisationId,
      household: order.household ?? null,
      beginsOn: toDateColumn(order.beginsOn),
      endsOn: order.endsOn === null ? null : toDateColumn(order.endsOn),
      grantedById: order.grantedById,
      createdAt: order.now,
    },
  });
  return id;
}

export type GrantRole = {
  email: string;
  bodyId: string;
  role: Role;
  organisationId: string | null;
  /** See `NewRole`; left out or empty: a household of one's own. */
  household?: string | null;
  beginsOn: CalendarDate;
  endsOn: CalendarDate | null;
};

export type GrantRoleRefusal =
  | PolicyRefusal
  | 'person-unknown'
  | 'body-unknown'
  | 'organisation-unknown'
  | 'not-yourself'
  | 'role-does-not-fit'
  | 'end-before-begin'
  | 'end-in-the-past'
  | 'role-held-already';

/** An administrator gives somebody else a role. Who gets it must have signed in once: a mistyped address gives nobody power. */
export async function grantRole(
  input: GrantRole,
  context: Context<SignedIn>,
): Promise<Outcome<string, GrantRoleRefusal>> {
  const { actor, now } = context;
  const allowed = administers(actor);
  if (!allowed.ok) return allowed;
  if (!isId(input.bodyId)) return refused('body-unknown');
  if (input.organisationId !== null && !isId(input.organisationId)) return refused('organisation-unknown');
  if (input.endsOn !== null && input.endsOn < input.beginsOn) return refused('end-before-begin');
  if (input.endsOn !== null && input.endsOn < dayInAmsterdam(now)) return refused('end-in-the-past');
  return inTransaction(
    context,
    async (tx) => {
      const [person, body, organisation] = [
        await tx.person.findUnique({ where: { email: normalEmail(input.email) }, select: { id: true } }),
        await tx.body.findUnique({ where: { id: input.bodyId }, select: { slug: true } }),
        input.organisationId === null ? null : await tx.organisation.count({ where: { id: input.organisationId } }),
      ];
      if (person === null) return refused('person-unknown');
      if (body === null) return refused('body-unknown');
      if (organisation === 0) return refused('organisation-unknown');
      if (!roleFitsBody(input.role, body.slug)) return refused('role-does-not-fit');
      await tx.$executeRaw`select 1 from person where id = ${person.id}::uuid for update`;
      if (await overlaps(tx, person.id, input)) return refused('role-held-already');
      const id = await giveRole(tx, { ...input, personId: person.id, grantedById: actor.person.id, now });
      await enqueue(tx, mailRole, { membershipId: id, change: 'given' }, `mail-role:${id}:given`);
      return accepted(id);
    },
    { refusals: { body_membership_two_persons: 'not-yourself', body_membership_once: 'role-held-already' } },
  );
}

/** Whether the person holds the same role in the same body on one of these days already. */
async function overlaps(tx: Transaction, personId: string, input: GrantRole): Promise<boolean> {
  const count = await tx.bodyMembership.count({
    where: {
      personId,
      bodyId: input.bodyId,
      role: input.role,
      ...(input.endsOn === null ? {} : { beginsOn: { lte: toDateColumn(input.endsOn) } }),
      OR: [{ endsOn: null }, { endsOn: { gte: toDateColumn(input.beginsOn) } }],
    },
  });
  return count > 0;
}

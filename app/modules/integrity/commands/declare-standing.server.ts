import { dayInAmsterdam, fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import type { StandingInput } from '../form.ts';
import { standingRefusals } from '../refusals.ts';

export type StandingRefusal =
  'form-key-invalid' | 'interest-unknown' | 'already-ended' | (typeof standingRefusals)[keyof typeof standingRefusals];

/** Declares a standing interest of the actor. Whoever gets it counts as kept out from this moment. */
export async function declareStanding(
  { formKey: id, value, beginsOn, endsOn, organisationId, ...rest }: StandingInput,
  { actor, now, database }: Context<SignedIn>,
): Promise<Outcome<void, StandingRefusal>> {
  if (!isId(id)) return refused('form-key-invalid');
  if (organisationId !== null && !isId(organisationId)) return refused('organisation-unknown');
  const personId = actor.person.id;
  return inTransaction<void, StandingRefusal, StandingRefusal>(
    { database },
    async (tx) => {
      await holdKey(tx, `standing-interest:${id}`);
      const known = await tx.standingInterest.findUnique({ where: { id }, select: { personId: true } });
      if (known !== null) return known.personId === personId ? accepted() : refused('form-key-invalid');
      await tx.standingInterest.create({
        data: {
          ...{ id, interestId: id, version: 1, personId, organisationId, declaredAt: now, ...rest },
          valueCents: value === null ? null : BigInt(value),
          beginsOn: toDateColumn(beginsOn),
          endsOn: endsOn === null ? null : toDateColumn(endsOn),
        },
      });
      return accepted();
    },
    { refusals: standingRefusals },
  );
}

type Change = { endsOn?: CalendarDate | null; isKept?: boolean };

/** Says that an interest is over: today is its last day. A gift is given back instead. Nothing is removed: it is a next version. */
export async function endStanding(
  { interestId }: { interestId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, StandingRefusal>> {
  if (!isId(interestId)) return refused('interest-unknown');
  const today = dayInAmsterdam(context.now);
  return inTransaction<void, StandingRefusal, StandingRefusal>(
    context,
    async (tx) => {
      const last = await lastVersion(tx, interestId, context.actor.person.id);
      if (last === null) return refused('interest-unknown');
      const beginsOn = fromDateColumn(last.beginsOn);
      const isOver = last.kind === 'gift' ? !last.isKept : last.endsOn !== null && fromDateColumn(last.endsOn) <= today;
      if (isOver) return refused('already-ended');
      const change: Change = last.kind === 'gift' ? { isKept: false } : { endsOn: beginsOn > today ? beginsOn : today };
      const { endsOn = last.endsOn === null ? null : fromDateColumn(last.endsOn), isKept = last.isKept } = change;
      await tx.standingInterest.create({
        data: {
          ...last,
          id: newId(context.now.getTime()),
          version: last.version + 1,
          endsOn: endsOn === null ? null : toDateColumn(endsOn),
          isKept,
          declaredAt: context.now,
        },
      });
      return accepted();
    },
    { refusals: { ...standingRefusals, standing_interest_interest_id_version_key: 'changed-meanwhile' } },
  );
}

/** The last version of a line of this person; somebody else's is as unknown as one that does not exist. */
async function lastVersion(tx: Transaction, interestId: string, personId: string) {
  return tx.standingInterest.findFirst({ where: { interestId, personId }, orderBy: { version: 'desc' } });
}

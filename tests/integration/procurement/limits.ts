import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Role } from '#app/modules/people/role.ts';
import { setLimit } from '#app/modules/procurement/commands/set-limit.server.ts';
import type { LimitKind } from '#app/modules/procurement/limit.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';

/** An administrator of the programme, or somebody with another role. */
export async function administrator(
  database: Database,
  given: { role?: Role; secondFactor?: boolean } = {},
): Promise<Context<SignedIn>> {
  const role = given.role ?? 'administrator';
  return {
    database,
    now: testNow,
    actor: {
      person: { id: await makePerson(database), email: 'beheer@wijkbeurs.example', name: 'Beheer', locale: 'nl' },
      sessionId: null,
      roles: [{ role, bodyId: newId(), bodySlug: 'programmabureau', bodyName: 'Bureau', organisationId: null }],
      organisations: [],
      secondFactor: given.secondFactor ?? true,
      demo: false,
    },
  };
}

export const limitOf = (changes: {
  which: LimitKind;
  beginsOn: string;
  endsOn: string | null;
  amount?: number;
  formKey?: string;
}) => ({
  formKey: changes.formKey ?? newId(),
  which: changes.which,
  amount: cents(changes.amount ?? 216_000_00),
  beginsOn: calendarDate(changes.beginsOn),
  endsOn: changes.endsOn === null ? null : calendarDate(changes.endsOn),
  source: 'Inkoopbeleid',
  isToConfirm: false,
  reason: 'Voor de proef.',
});

export async function setTestLimit(database: Database, given: Parameters<typeof limitOf>[0]): Promise<void> {
  const outcome = await setLimit(limitOf(given), await administrator(database));
  if (!outcome.ok) throw new Error(outcome.reason);
}

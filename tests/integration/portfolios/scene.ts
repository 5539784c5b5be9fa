import { newId } from '#app/kernel/ids.ts';
import { makeGroup, type MakeGroup } from '#app/modules/portfolios/commands/make-group.server.ts';
import { answerInvitation } from '#app/modules/portfolios/commands/answer-invitation.server.ts';
import { beginConversation } from '#app/modules/portfolios/commands/begin-conversation.server.ts';
import { inviteKeeper } from '#app/modules/portfolios/commands/invite-keeper.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Role } from '#app/modules/people/role.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { makeBody, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';

/** Somebody who signed in, with one role in the programme office or none. */
export async function acting(
  database: Database,
  personId: string,
  role: Role | null = null,
  now: Date = testNow,
): Promise<Context<SignedIn>> {
  const bodyId = role === null ? '' : await officeId(database);
  const { email } = await database.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } });
  return {
    database,
    now,
    actor: {
      person: { id: personId, email, name: 'Iemand', locale: 'nl' },
      sessionId: null,
      roles:
        role === null ? [] : [{ role, bodyId, bodySlug: 'programmabureau', bodyName: 'Bureau', organisationId: null }],
      organisations: [],
      secondFactor: true,
      demo: false,
    },
  };
}

export async function officeId(database: Database): Promise<string> {
  const office = await database.body.findUnique({ where: { slug: 'programmabureau' } });
  return office?.id ?? makeBody(database, { slug: 'programmabureau', kind: 'programme' });
}

/** Somebody of the programme office, as a row and as who acts. */
export async function officer(database: Database, role: Role): Promise<Context<SignedIn>> {
  const personId = await makePerson(database);
  await makeMembership(database, { personId, bodyId: await officeId(database), role });
  return acting(database, personId, role);
}

export type Group = { slug: string; id: string; keeper: Context<SignedIn>; keeperId: string };

let count = 0;

/** A group on the marketplace with a keeper of its own. */
export async function group(database: Database, given: Partial<MakeGroup> = {}): Promise<Group> {
  count += 1;
  const keeperId = await makePerson(database);
  const keeper = await acting(database, keeperId);
  const id = newId();
  const made = await makeGroup(
    {
      formKey: id,
      name: `Groep ${String(count)}`,
      about: 'Wij doen iets met de buurt, elke week.',
      phase: 'running',
      areas: [],
      lines: [],
      ...given,
    },
    keeper,
  );
  if (!made.ok) throw new Error(made.reason);
  return { slug: made.value, id, keeper, keeperId };
}

/** One more group, kept by the same person. */
export async function another({ keeper }: Pick<Group, 'keeper'>, given: Partial<MakeGroup> = {}): Promise<Group> {
  count += 1;
  const id = newId();
  const words = { name: `Groep ${String(count)}`, about: 'Wij doen nog iets met de buurt.', phase: 'running' } as const;
  const made = await makeGroup({ formKey: id, ...words, areas: [], lines: [], ...given }, keeper);
  if (!made.ok) throw new Error(made.reason);
  return { slug: made.value, id, keeper, keeperId: keeper.actor.person.id };
}

/** Somebody new who keeps a group too. */
export async function joins(database: Database, { slug, keeper }: Group): Promise<Context<SignedIn>> {
  const email = `${newId()}@wijkbeurs.example`;
  const personId = await makePerson(database, { email });
  const invited = await inviteKeeper({ slug, email }, keeper);
  if (!invited.ok) throw new Error(invited.reason);
  const joined = await acting(database, personId);
  const { id: invitationId } = await database.keeperInvitation.findFirstOrThrow({ where: { email } });
  const answered = await answerInvitation({ invitationId, accepts: true }, joined);
  if (!answered.ok) throw new Error(answered.reason);
  return joined;
}

/** A message of one group to another. @returns id of the conversation */
export async function wrote(from: Group, to: Group, text = 'Zullen we koffie drinken?'): Promise<string> {
  const begun = await beginConversation(
    { formKey: newId(), to: to.slug, from: from.slug, subject: 'Kennismaken', text },
    from.keeper,
  );
  if (!begun.ok) throw new Error(begun.reason);
  return begun.value;
}

/** Jobs that wait, by name. */
export async function waiting(database: Database, name: string): Promise<Record<string, string>[]> {
  const rows = await database.$queryRaw<{ payload: Record<string, string> }[]>`
    select j.payload::jsonb as payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = ${name} order by j.id`;
  return rows.map(({ payload }) => payload);
}

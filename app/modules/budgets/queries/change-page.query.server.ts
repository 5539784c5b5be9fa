import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { programmeOffice, type Role } from '#app/modules/people/role.ts';
import type { Database } from '#app/platform/database.server.ts';
import { parseChangeNumber } from '../change.ts';
import type { ChangePageView, PartInChange } from '../change-view.ts';
import { rolesOfApprover, rolesOfProposer } from '../policy.ts';
import { accountOf, accountSelect, inOrder } from './account-names.server.ts';
import { registeredChanges } from './change-register.query.server.ts';

/** One approved change with its entry in the ledger. @returns null when the register has no such number */
export async function changePage(database: Database, text: string): Promise<ChangePageView | null> {
  const number = parseChangeNumber(text);
  if (number === null) return null;
  const row = await database.budgetChange.findUnique({
    where: { number },
    select: {
      id: true,
      proposerId: true,
      proposedAt: true,
      approverId: true,
      answeredAt: true,
      entry: { select: { postings: { select: { amountCents: true, account: { select: accountSelect } } } } },
    },
  });
  const [change] = row === null ? [] : await registeredChanges(database, [row.id]);
  if (row === null || change === undefined) return null;
  const { slug } = change.body;
  return {
    ...change,
    proposedOn: dayInAmsterdam(row.proposedAt),
    proposedBy: await partOf(database, row.proposerId, row.proposedAt, slug, rolesOfProposer),
    approvedBy: await partOf(database, row.approverId, row.answeredAt, slug, rolesOfApprover),
    accounts: inOrder(
      (row.entry?.postings ?? []).map(({ amountCents, account }) => {
        const { account: name, owner, count } = accountOf(account);
        return { account: name, owner, change: count(amountCents) };
      }),
    ),
  };
}

/** The role in which somebody acted: one held on that day in the body itself, else in the programme office. */
async function partOf(
  database: Database,
  personId: string | null,
  at: Date | null,
  bodySlug: string,
  roles: readonly Role[],
): Promise<PartInChange> {
  if (personId === null || at === null) return null;
  const day = toDateColumn(dayInAmsterdam(at));
  const held = await database.bodyMembership.findMany({
    where: {
      personId,
      role: { in: [...roles] },
      body: { slug: { in: [bodySlug, programmeOffice] } },
      beginsOn: { lte: day },
      OR: [{ endsOn: null }, { endsOn: { gte: day } }],
    },
    select: { role: true, body: { select: { slug: true, name: true } } },
  });
  const rank = ({ role, body }: (typeof held)[number]) =>
    (body.slug === bodySlug ? 0 : roles.length) + roles.indexOf(role as Role);
  const [first] = held.sort((one, other) => rank(one) - rank(other));
  return first === undefined ? null : { role: first.role as Role, body: first.body };
}

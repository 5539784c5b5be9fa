import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Transaction } from '#app/platform/database.server.ts';

export type JoinOrganisation = {
  organisationId: string;
  personId: string;
  beginsOn: CalendarDate;
  /** Null where no person confirmed it: demo data. */
  confirmedById: string | null;
};

/** Lets a person act for an organisation, within the caller's transaction, without asking who may. @returns the id */
export async function joinOrganisation(tx: Transaction, order: JoinOrganisation): Promise<string> {
  const id = newId();
  await tx.organisationMember.create({ data: { ...order, id, beginsOn: toDateColumn(order.beginsOn) } });
  return id;
}

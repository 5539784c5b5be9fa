import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { noMoney } from '#app/kernel/money.ts';
import { procurementRules } from '#app/modules/programme/queries/settings.query.server.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { Regime } from '../limit.ts';
import type { KindChoice } from '../kind-choice.ts';
import { addUpFacts, assignmentsOf, datedLimits } from './add-up.server.ts';

/**
 * The kinds of work that an assignment can be of on a day.
 * @param partyId the organisation that would get it; null: residents, who get no assignments
 */
export async function kindChoices(
  database: Database | Transaction,
  partyId: string | null,
  day: CalendarDate,
): Promise<KindChoice[]> {
  if (partyId === null) return [];
  const kinds = await database.serviceKind.findMany({
    where: { OR: [{ endsOn: null }, { endsOn: { gte: toDateColumn(day) } }] },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  });
  const assignments = await assignmentsOf(database, { partyId });
  const limits = await datedLimits(database);
  const rules = await procurementRules(database);
  return kinds.map((kind) => {
    const { earlier, limits: judged } = addUpFacts({
      day,
      amount: noMoney,
      kind: { ...kind, regime: kind.regime as Regime },
      assignments: assignments.filter(({ kindId }) => kindId === kind.id),
      limits,
      rules,
      exceptId: null,
    });
    return { id: kind.id, name: kind.name, nameEn: kind.nameEn, earlier, limits: judged };
  });
}

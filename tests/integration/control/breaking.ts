import type { Database } from '#app/platform/database.server.ts';

const tables = [
  'ledger_account',
  'ledger_entry',
  'posting',
  'ledger_day',
  'budget_change',
  'budget_change_counter',
  'money_source',
  'fund',
  'decision',
  'decision_day',
  'small_spending',
  'spending_report',
  'donut_split',
  'donut_verdict',
  'statement_item',
];

/** Does what only the owner of the tables can: switches the rules off, writes, and switches them on again. */
export async function breakRules(database: Database, ...statements: string[]): Promise<void> {
  await database.$transaction(async (tx) => {
    for (const table of tables) await tx.$executeRawUnsafe(`alter table ${table} disable trigger user`);
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
    for (const table of tables) await tx.$executeRawUnsafe(`alter table ${table} enable trigger user`);
  });
}

import { calendarDate, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { giveBudget } from '#app/modules/budgets/commands/give-budget.server.ts';
import { openFund } from '#app/modules/ledger/commands/open-fund.server.ts';
import { openMoneySource } from '#app/modules/ledger/commands/open-money-source.server.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { demoBody } from './demo-world.ts';

type DemoBudgets = {
  /** Slug → id. */
  bodies: ReadonlyMap<string, string>;
  now: Instant;
  proposerId: string;
  approverId: string;
};

/**
 * The coalition money that the papers name, and as an example what three teams may spend of it this year.
 * @returns the fund of the team that the demo is about
 */
export async function loadDemoBudgets(
  tx: Transaction,
  { bodies, now, proposerId, approverId }: DemoBudgets,
): Promise<string> {
  const year = Number(dayInAmsterdam(now).slice(0, 4));
  const at = new Date(`${String(year)}-01-02T09:00:00Z`);
  const moneySourceId = await openMoneySource(tx, {
    slug: 'coalitiemiddelen',
    kind: 'coalition',
    form: 'money',
    name: 'Coalitiemiddelen',
    nameEn: 'Coalition money',
    beginsOn: calendarDate(`${String(year - 3)}-01-01`),
    endsOn: calendarDate(`${String(year)}-12-31`),
    overprogrammingBps: 1000,
    isExample: true,
    amount: cents(20_000_000_00),
    at: new Date(`${String(year - 3)}-01-02T09:00:00Z`),
  });
  const amounts: [body: string, name: string, euros: number][] = [
    [demoBody, 'Eigenaarschap, Inclusie en Democratie', 60_000],
    ['kansen-voor-de-jeugd', 'Kansen voor de Jeugd', 90_000],
    ['wonen-en-leefomgeving', 'Wonen en Leefomgeving', 75_000],
  ];
  let own = '';
  for (const [body, name, euros] of amounts) {
    const id = await openFund(tx, {
      slug: `${body}-${String(year)}`,
      name: `${name} ${String(year)}`,
      description: 'Voorbeeldbedrag voor de demo: de papieren van het programma noemen geen bedrag per opgaveteam.',
      bodyId: bodies.get(body) ?? '',
      year,
      moneySourceId,
      isExample: true,
      amount: null,
      at,
    });
    await giveBudget(tx, {
      toFundId: id,
      amount: cents(euros * 100),
      reason: `Voorbeeld: bestedingsplan ${String(year)}`,
      occurredOn: dayInAmsterdam(at),
      proposerId,
      approverId,
      at,
    });
    if (body === demoBody) own = id;
  }
  return own;
}

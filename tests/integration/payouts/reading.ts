import type { TestDatabase } from '#tests/support/database.ts';
import { lineStates, take, waiting, type BankScene } from './bank.ts';
import { balances } from './scene.ts';

/** What taking in a statement that changes nothing says. */
export const nothing = { taken: 0, known: 0, knownBookings: 0, settled: 0, returned: 0, waiting: 0 };

/** Takes in statements of the batch of a test, and looks what became of it. @param scene that of the test that runs */
export function readingOf(own: TestDatabase, scene: () => BankScene) {
  const taken = async (text: string, which: 'first' | 'other' = 'first') => {
    const result = await take(own.database, scene(), text, which);
    if (!result.ok) throw new Error(result.reason);
    return result.value;
  };
  const states = async () => lineStates(own.database, scene());
  const line = (index: number) => scene().batch.lines[index]!;
  const total = () => scene().batch.lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const sums = async () => {
    const { committed, payable, settled } = await balances(own.database, scene());
    return { committed, payable, settled };
  };
  /** What waits since the test began. */
  const reasonsOf = async (work: () => Promise<unknown>) => {
    const before = await own.database.bankStatement.findMany({ select: { id: true } });
    await work();
    const since = await own.database.bankStatement.findMany({ where: { id: { notIn: before.map(({ id }) => id) } } });
    return waiting(
      own.database,
      since.map(({ id }) => id),
    );
  };
  return { taken, states, line, total, sums, reasonsOf };
}

import type { Database, Transaction } from '#app/platform/database.server.ts';

/** Stops the power before a statement of the transaction. */
export class PowerCut extends Error {}

/**
 * The same database, whose transactions break off before their n-th statement.
 * @param how `throw`: the program fails there, and PostgreSQL is told to roll back; `kill`: the connection is cut, as when
 *   the process is killed or the machine goes down, and nobody tells PostgreSQL anything
 */
export function breakingAt(
  database: Database,
  statement: number,
  how: 'throw' | 'kill' = 'throw',
): { database: Database } {
  let done = 0;
  const counted = <Target extends object>(target: Target, cut: () => Promise<unknown>): Target =>
    new Proxy(target, {
      get(inner, name) {
        const value: unknown = Reflect.get(inner, name);
        if (typeof value === 'function') {
          return (...given: unknown[]): unknown => {
            if (done === statement) return cut();
            done += 1;
            return Reflect.apply(value, inner, given);
          };
        }
        return typeof value === 'object' && value !== null && typeof name === 'string' ? counted(value, cut) : value;
      },
    });
  const cutOf = (tx: Transaction) => async (): Promise<unknown> => {
    if (how === 'kill') {
      const [row] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
      await database.$queryRaw`select pg_terminate_backend(${row?.pid ?? 0}::int)`;
    }
    throw new PowerCut();
  };
  const broken = new Proxy(database, {
    get(inner, name) {
      if (name !== '$transaction') return Reflect.get(inner, name) as unknown;
      return (work: (tx: Transaction) => Promise<unknown>, options?: object) =>
        inner.$transaction((tx) => work(counted(tx, cutOf(tx))), options);
    },
  });
  return { database: broken };
}

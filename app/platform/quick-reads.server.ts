import { Pool, type QueryResultRow } from 'pg';
import { addressOf, type Database } from './database.server.ts';

/** Reads that must be quick or fail: on connections of their own, so that they never keep other work waiting. */
export type QuickReads = {
  /**
   * @param sql one statement that reads
   * @throws {TooSlow} when it takes longer than `patience`
   */
  rows<Row extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<Row[]>;
};

/** A read was broken off, or waited too long for its turn. */
export class TooSlow extends Error {
  constructor(cause: unknown) {
    super('the database did not answer in time', { cause });
  }
}

/** Milliseconds that one read may take. */
const patience = 1500;
/** More at once would only make each of them slower. */
const atOnce = 4;

const limits = [
  'default_transaction_read_only = on',
  `statement_timeout = ${String(patience)}`,
  `lock_timeout = ${String(patience)}`,
]
  .map((setting) => `set ${setting}`)
  .join('; ');

const pools = new WeakMap<Database, Pool>();

function poolOf(database: Database): Pool {
  const known = pools.get(database);
  if (known !== undefined) return known;
  const pool = new Pool({
    connectionString: addressOf(database),
    max: atOnce,
    connectionTimeoutMillis: 2 * patience,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    // not as `options`: a pooler in between refuses those, and an address that has some of its own would take their place
    verify: (client, done) => {
      client.query(limits).then(() => {
        done();
      }, done);
    },
  });
  // a connection that the server ended while it was idle: the next read opens another
  pool.on('error', () => undefined);
  pools.set(database, pool);
  return pool;
}

const isTooSlow = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as { code?: string }).code === '57014' ||
    (error as { code?: string }).code === '55P03' ||
    error.message.includes('timeout exceeded when trying to connect'));

export function quickReads(database: Database): QuickReads {
  return {
    rows: async <Row extends QueryResultRow>(sql: string, values: readonly unknown[]) => {
      try {
        return (await poolOf(database).query<Row>(sql, [...values])).rows;
      } catch (error) {
        throw isTooSlow(error) ? new TooSlow(error) : error;
      }
    },
  };
}

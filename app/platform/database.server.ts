import { PrismaPg } from '@prisma/adapter-pg';
import { DatabaseError, Pool, type PoolClient } from 'pg';
import type { Instant } from '#app/kernel/instant.ts';
import { refused, type Outcome } from '#app/kernel/outcome.ts';
import { PrismaClient, type Prisma } from './prisma/client.ts';

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;

/** What a command needs beside its input. `Who` is the actor type of the caller's module. */
export type Context<Who> = { actor: Who; now: Instant; database: Database };

const addresses = new WeakMap<Database, string>();

export function openDatabase(url: string): Database {
  const pool = new Pool({ connectionString: url });
  pool.on('connect', nameRules);
  const database = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
  addresses.set(database, url);
  return database;
}

/** Where a database is, for connections of another kind (`quick-reads.server.ts`). Holds a password: never logged. */
export function addressOf(database: Database): string {
  const address = addresses.get(database);
  if (address === undefined) throw new Error('this database was not opened by openDatabase');
  return address;
}

/**
 * PostgreSQL names the broken constraint in a field of its own, which Prisma drops. The message, which Prisma passes on,
 * names it only in some languages and not for rules that a function raises; so the name is added to it.
 * Queries of one transaction wait for each other here, because Prisma sends some at once and pg warns of that.
 */
function nameRules(client: PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  let before: Promise<unknown> = Promise.resolve();
  const naming = (...given: unknown[]) => {
    const done = given.at(-1);
    // the pool's own way, for a single query outside a transaction
    if (typeof done === 'function')
      return query(...given.slice(0, -1), (error: unknown, ...rest: unknown[]): unknown => {
        nameRule(error);
        return (done as (...answer: unknown[]) => unknown)(error, ...rest);
      });
    const result = before.then(() => query(...given));
    before = result.catch(() => undefined);
    return result.catch((error: unknown) => {
      nameRule(error);
      throw error;
    });
  };
  Object.assign(client, { query: naming });
}

function nameRule(error: unknown): void {
  if (error instanceof DatabaseError && error.constraint !== undefined)
    error.message += ` (rule "${error.constraint}")`;
}

/** A named rule of the database was broken; `cause` holds what the driver said. */
export class RuleBroken extends Error {
  readonly rule: string;
  constructor(rule: string, cause: unknown) {
    super(`the database refused: ${rule}`, { cause });
    this.rule = rule;
  }
}

class Rollback extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super('rolled back');
    this.outcome = outcome;
  }
}

type DriverError = { originalCode?: string; originalMessage?: string };

/** What PostgreSQL said, wherever Prisma wrapped it: in `meta` of a known error, or as `cause` of a failing commit. */
function driverError(error: unknown): DriverError | null {
  if (!(error instanceof Error)) return null;
  const meta = (error as { meta?: { driverAdapterError?: { cause?: DriverError } } }).meta;
  const cause = meta?.driverAdapterError?.cause ?? (error.cause as DriverError | undefined);
  return cause?.originalCode === undefined ? null : cause;
}

/** What `nameRules` added. */
const named = / \(rule "([^"]+)"\)$/;

/** Name of the constraint or rule that an error reports, or null when it is about something else. */
export function brokenRule(error: unknown): string | null {
  if (error instanceof RuleBroken) return error.rule;
  const cause = driverError(error);
  if (!cause?.originalCode?.startsWith('23')) return null;
  return named.exec(cause.originalMessage ?? '')?.[1] ?? null;
}

/** Serialization failure and deadlock: the same work can simply be tried again. */
const passing = new Set(['40001', '40P01']);
const tries = 4;

/** Milliseconds after which the work of one form is broken off, so that nobody waits for its locks for ever. */
const usualPatience = 20_000;

/**
 * Runs one use case in one transaction.
 * A refusal as outcome rolls back; a broken rule that `refusals` names becomes that refusal; any other is thrown as
 * `RuleBroken`. Deadlocks are tried again, so `work` must do nothing outside the database. `patience` is for work that rightly
 * takes long, in milliseconds.
 */
export async function inTransaction<Value, Reason extends string, Broken extends string = never>(
  context: { database: Database },
  work: (tx: Transaction) => Promise<Outcome<Value, Reason>>,
  options: { refusals?: Record<string, Broken>; patience?: number } = {},
): Promise<Outcome<Value, Reason | Broken>> {
  const whole = async () =>
    context.database.$transaction(
      async (tx) => {
        const outcome = await work(tx);
        if (!outcome.ok) throw new Rollback(outcome);
        return outcome;
      },
      { maxWait: 10_000, timeout: options.patience ?? usualPatience },
    );
  return inOneStatement(whole, options);
}

/**
 * The same for a use case that is one statement, a transaction by itself: for what hundreds do in a second. The statement writes nothing
 * where the outcome is a refusal.
 */
export async function inOneStatement<Value, Reason extends string, Broken extends string = never>(
  work: () => Promise<Outcome<Value, Reason>>,
  { refusals }: { refusals?: Record<string, Broken> } = {},
): Promise<Outcome<Value, Reason | Broken>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Rollback) return error.outcome as Outcome<Value, Reason>;
      const rule = brokenRule(error);
      if (rule !== null) {
        const reason = refusals?.[rule];
        if (reason !== undefined) return refused(reason);
        throw new RuleBroken(rule, error);
      }
      const code = driverError(error)?.originalCode;
      if (code === undefined || !passing.has(code) || attempt === tries) throw error;
      await new Promise((resume) => setTimeout(resume, attempt * 25 * (1 + Math.random())));
    }
  }
}

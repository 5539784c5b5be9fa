import { Client } from 'pg';

/** Marks our locks among all advisory locks of the database. */
const lockSpace = 4213;

/**
 * Turns that one process at a time has, in whichever process: locks of PostgreSQL on a connection of their own, which end with it.
 * A process that is killed gives its turns back by that.
 */
export type Turns = {
  /** @returns false when somebody else, or somebody else here, has it */
  take(name: string): Promise<boolean>;
  /** Whether the turn is still ours: a connection that broke gave it back. */
  has(name: string): boolean;
  giveBack(name: string): Promise<void>;
  close(): Promise<void>;
};

export function openTurns(databaseUrl: string): Turns {
  let connection: Promise<Client> | null = null;
  const held = new Set<string>();

  async function connect(): Promise<Client> {
    const client = new Client({ connectionString: databaseUrl, keepAlive: true });
    const lost = () => {
      connection = null;
      held.clear();
    };
    client.on('error', lost);
    client.on('end', lost);
    await client.connect();
    return client;
  }

  return {
    async take(name) {
      if (held.has(name)) return false;
      // before the database answers, so that of two here one gets it
      held.add(name);
      try {
        connection ??= connect();
        const client = await connection;
        const { rows } = await client.query<{ taken: boolean }>(
          'select pg_try_advisory_lock($1, hashtext($2)) as taken',
          [lockSpace, name],
        );
        if (rows[0]?.taken === true) return held.has(name);
        held.delete(name);
        return false;
      } catch (error) {
        held.delete(name);
        connection = null;
        throw error;
      }
    },
    has: (name) => held.has(name),
    async giveBack(name) {
      if (!held.delete(name) || connection === null) return;
      const client = await connection;
      await client.query('select pg_advisory_unlock($1, hashtext($2))', [lockSpace, name]);
    },
    async close() {
      const open = connection;
      connection = null;
      held.clear();
      await open?.then(async (client) => client.end()).catch(() => undefined);
    },
  };
}

/** @returns null when it is somebody else's turn */
export async function inTurn<Result>(
  turns: Turns,
  name: string,
  work: () => Promise<Result>,
): Promise<{ result: Result } | null> {
  if (!(await turns.take(name))) return null;
  try {
    return { result: await work() };
  } finally {
    await turns.giveBack(name).catch(() => undefined);
  }
}

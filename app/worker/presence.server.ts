import { Client } from 'pg';

/** Marks our locks among all advisory locks of the database. */
const lockSpace = 4212;

export type Presence = {
  /** Lets others see that this worker is alive for as long as this process is. @param id by which the queue knows it */
  announce(id: string): Promise<void>;
  leave(): Promise<void>;
};

/**
 * Gives back the jobs of workers that died in the middle of one (kill -9, a full memory): the queue itself waits four hours
 * before it believes that, and a mail would wait as long. A living worker holds a lock under its name, on a connection
 * that ends with it; whoever's lock is free is dead.
 * @param onLost called when the connection breaks; others may then take over our jobs, which bear a second run
 */
export async function openPresence(databaseUrl: string, onLost: (error: Error) => void): Promise<Presence> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', onLost);
  await client.connect();
  await client.query(
    `select graphile_worker.force_unlock_workers(array_agg(worker))
     from (select distinct locked_by as worker from graphile_worker.jobs where locked_by is not null offset 0) holders
     where pg_try_advisory_xact_lock($1, hashtext(worker))
     having count(*) > 0`,
    [lockSpace],
  );
  return {
    announce: async (id) => {
      await client.query('select pg_advisory_lock($1, hashtext($2))', [lockSpace, id]);
    },
    leave: async () => client.end(),
  };
}

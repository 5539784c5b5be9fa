import { Client, DatabaseError } from 'pg';
import { readEnv } from '#app/platform/env.server.ts';
import { CannotStart, runningPostgres } from './embedded-postgres.ts';

const oldest = 15;

/** What a person can put right, by what PostgreSQL or the network calls it. */
const complaints: Record<string, string> = {
  ECONNREFUSED: 'no PostgreSQL answers there',
  // of a socket
  ENOENT: 'no PostgreSQL answers there',
  ENOTFOUND: 'there is no machine of that name',
  EAI_AGAIN: 'the name of the machine cannot be looked up',
  ETIMEDOUT: 'the machine does not answer',
  EHOSTUNREACH: 'the machine cannot be reached',
  '28P01': 'user name or password is wrong',
  '28000': 'the user may not connect from here',
  '3D000': 'there is no database of that name',
  '42501': 'the user may not connect to this database',
};

/**
 * Opens a connection of its own; the caller ends it.
 * @throws CannotStart with what is wrong with DATABASE_URL, without the password in it
 */
export async function reachDatabase(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  const { host, pathname } = new URL(url);
  try {
    await client.connect();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const complaint = complaints[code] ?? (error instanceof DatabaseError ? error.message : undefined);
    if (complaint === undefined) throw error;
    throw new CannotStart(
      `The database ${pathname.slice(1)} at ${host} cannot be used: ${complaint}.\nSee DATABASE_URL.`,
    );
  }
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  const version = Math.floor((rows[0]?.version ?? 0) / 10_000);
  if (version >= oldest) return client;
  await client.end();
  throw new CannotStart(
    `PostgreSQL at ${host} is version ${String(version)}; Wijkbeurs needs ${String(oldest)} or later.`,
  );
}

/** DATABASE_URL is enough: in CI and on a copy nothing else of the settings is there. */
export async function addressOfDatabase(): Promise<string> {
  const given = process.env.DATABASE_URL ?? '';
  if (given !== '') return given;
  const url = await runningPostgres(`${readEnv(process.env).dataFolder}/postgres`);
  if (url === null) throw new Error('There is no database. Set DATABASE_URL, or run npm start first.');
  return url;
}

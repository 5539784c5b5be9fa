import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { Log } from './log.server.ts';

/** What PostgreSQL tells with NOTIFY, on one connection for the whole process, made when somebody first listens. */
export type Listener = {
  /**
   * @param hears.onMessage gets what was sent along. @param hears.onReady after each time that the connection was made: what was
   *   told before it, nobody heard. @param hears.onLost each time that it broke. @param hears.onClose when the process stops
   */
  listen(channel: string, hears: Hears): void;
  /** Tells something on this same connection; rejects while there is none. */
  tell(channel: string, payload: string): Promise<void>;
  /** Ends it for good. */
  close(): Promise<void>;
};

type Hears = {
  onMessage: (payload: string) => void;
  onReady: () => void;
  onLost?: () => void;
  onClose: () => void;
};

/** Milliseconds between looks whether a connection that says nothing is still there. */
const lookEvery = 20_000;
const longestPause = 5000;

export function openListener(url: string, log: Pick<Log, 'warn'>): Listener {
  const heard = new Map<string, Hears[]>();
  const stopping = new AbortController();
  let connection: Client | null = null;
  let running: Promise<void> | null = null;

  async function connectOnce(): Promise<void> {
    const client = new Client({ connectionString: url, keepAlive: true, query_timeout: 10_000 });
    // also when the process stops while it still connects
    const over = new Promise<void>((resolve) => {
      const ends = () => {
        resolve();
      };
      client.once('end', ends);
      client.on('error', ends);
      stopping.signal.addEventListener('abort', ends);
    });
    client.on('notification', ({ channel, payload }) => {
      for (const { onMessage } of heard.get(channel) ?? []) onMessage(payload ?? '');
    });
    let look: NodeJS.Timeout | undefined;
    try {
      await Promise.race([client.connect(), over]);
      if (stopping.signal.aborted) return;
      connection = client;
      for (const channel of heard.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      for (const one of [...heard.values()].flat()) one.onReady();
      look = setInterval(() => {
        // a network that went away without a word is seen by asking
        client.query('select 1').catch(() => client.end().catch(() => undefined));
      }, lookEvery);
      look.unref();
      await over;
    } finally {
      clearInterval(look);
      connection = null;
      for (const { onLost } of [...heard.values()].flat()) onLost?.();
      client.end().catch(() => undefined);
    }
  }

  async function keepConnected(): Promise<void> {
    let pause = 100;
    while (!stopping.signal.aborted) {
      const start = Date.now();
      try {
        await connectOnce();
      } catch (error) {
        log.warn({ err: error }, 'cannot listen to the database');
      }
      if (Date.now() - start > longestPause) pause = 100;
      pause = Math.min(pause * 2, longestPause);
      await wait(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    listen(channel, hears) {
      if (stopping.signal.aborted) {
        hears.onClose();
        return;
      }
      const others = heard.get(channel);
      heard.set(channel, [...(others ?? []), hears]);
      if (connection !== null && others === undefined)
        connection.query(`listen ${connection.escapeIdentifier(channel)}`).then(hears.onReady, () => undefined);
      running ??= keepConnected();
    },
    async tell(channel, payload) {
      if (connection === null) throw new Error('no connection to tell it on');
      await connection.query('select pg_notify($1, $2)', [channel, payload]);
    },
    async close() {
      stopping.abort();
      for (const { onClose } of [...heard.values()].flat()) onClose();
      await running;
    },
  };
}

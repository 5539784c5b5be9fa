import { pino, type DestinationStream, type Logger } from 'pino';
import type { Env } from './env.server.ts';

export type Log = Logger;

const address = /[\w.+%-]+@[\w-]+\.[\w.-]+/g;

/** Keys and signing secrets of Stripe. */
const key = /\b(?:sk|rk|whsec)_\w+/g;

/**
 * The log says what happened, never to whom: no bodies, cookies or mail addresses. Fields that could hold them are
 * dropped by name, and an address or key that slipped into a message or a stack is blotted out in the line itself.
 */
export function openLog(env: Pick<Env, 'logLevel'>, destination?: DestinationStream): Log {
  const options = {
    level: env.logLevel,
    base: null,
    redact: {
      paths: [
        'email',
        'to',
        'name',
        'body',
        'cookie',
        '*.email',
        '*.to',
        '*.body',
        '*.cookie',
        'req.headers',
        'res.headers',
      ],
      remove: true,
    },
    hooks: { streamWrite: (line: string) => line.replace(address, '[address]').replace(key, '[key]') },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

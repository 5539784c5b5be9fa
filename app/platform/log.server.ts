import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';
import type { Env } from './env.server.ts';

export type Log = Logger;

/** An IBAN as it is kept, of any country. */
const iban = /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g;

const address = /[\w.+%-]+@[\w-]+\.[\w.-]+/g;

/** Keys and signing secrets of Stripe. */
const key = /\b(?:sk|rk|whsec)_\w+/g;

/** What PostgreSQL says of a row that breaks a rule: all that stands in it. */
const rowInMessage = /Failing row contains \(.*?\)\.(?=[\s"\\]|$)|Key \(.*?\)=\(.*?\) (?=already|is )/g;

/** Of an error what says where it came from; a driver keeps the row that it refused beside it. */
function plainError(error: Error): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, message, stack } = stdSerializers.err(error);
  const code = 'code' in error ? error.code : undefined;
  return { type, message, stack, ...(typeof code === 'string' ? { code } : {}) };
}

/**
 * The log says what happened, never to whom: no bodies, cookies, mail addresses or bank accounts. Fields that could hold
 * them are dropped by name, and an address, IBAN or key that slipped into a message or a stack is blotted out in the line itself.
 */
export function openLog(env: Pick<Env, 'logLevel'>, destination?: DestinationStream): Log {
  const options = {
    level: env.logLevel,
    base: null,
    serializers: { err: plainError },
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
    hooks: {
      streamWrite: (line: string) =>
        line
          .replace(rowInMessage, '[row] ')
          .replace(address, '[address]')
          .replace(iban, '[iban]')
          .replace(key, '[key]'),
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

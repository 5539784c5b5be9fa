/** Asks for pages, in a process of its own, so that asking takes no time from who answers but the machine's. */
import autocannon, { type Options, type Result } from 'autocannon';
import { timingOf, type Timing } from './timing.ts';

export type Ask = {
  origin: string;
  paths: string[];
  connections: number;
  seconds: number;
  warm: number;
  /** Who has one gets a page made anew (docs/decisions/0036). */
  cookie: string | null;
};
export type Asked = Timing & { bytes: number; failed: number };

const headers = { 'accept-encoding': 'gzip', 'accept-language': 'nl' };

process.on('message', (ask: Ask) => {
  void measured(ask).then((said) => process.send?.(said));
});
// whoever measures may be stopped in the middle
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function measured(ask: Ask): Promise<Asked> {
  if (ask.warm > 0) await run({ ...ask, seconds: ask.warm }, 0);
  return run(ask, Math.floor(ask.paths.length / 3));
}

/** Each connection begins elsewhere in the row of paths, so that no two ask for the same at the same time. */
async function run({ origin, paths, connections, seconds, cookie }: Ask, from: number): Promise<Asked> {
  const times: number[] = [];
  let begins = from;
  const result = await new Promise<Result>((resolve, reject) => {
    const options: Options = {
      url: origin,
      connections,
      duration: seconds,
      headers: cookie === null ? headers : { ...headers, cookie },
      setupClient: (client) => {
        const place = begins;
        begins += Math.ceil(paths.length / connections);
        client.setRequests(paths.map((_, at) => ({ path: paths[(place + at) % paths.length] ?? '/' })));
      },
    };
    const running = autocannon(options, (error: unknown, said) => {
      if (error instanceof Error) reject(error);
      else resolve(said);
    });
    running.on('response', (_client, _status, _bytes, time) => times.push(time));
  });
  return {
    ...timingOf(times, result.duration),
    bytes: result.throughput.total / Math.max(1, times.length),
    failed: result.non2xx + result.errors,
  };
}

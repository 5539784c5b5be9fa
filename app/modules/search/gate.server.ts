import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleAll,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import type { Clock } from '#app/platform/clock.server.ts';
import type { Log } from '#app/platform/log.server.ts';
import { MeilisearchTrouble } from './meilisearch/trouble.server.ts';
import type { GateState, Reason } from './searching.ts';

/** Before something that may be down: whoever asks gets its answer in time or none, and it is let alone while it does not answer. */
export type Gate = {
  /** @returns null when there is no answer in time: then somebody else answers */
  ask<Result>(work: () => Promise<Result>): Promise<Result | null>;
  state(): GateState;
};

export type GateOptions = {
  /** Fails when it could not answer well; not under the deadline, and never while somebody waits. */
  check: () => Promise<void>;
  /** Milliseconds for an answer. */
  deadline: number;
  log: Pick<Log, 'info' | 'warn'>;
  clock: Clock;
  /** Milliseconds until it is tried again after it failed: at first, and at most. */
  rest?: { first: number; longest: number };
  /** Milliseconds after which it is checked, also when it answers. */
  checkEvery?: number;
};

/** So many failures in a row, and it is let alone. */
const failuresInARow = 3;

export function openGate(options: GateOptions): Gate {
  const { check, deadline, log, clock } = options;
  const { first, longest } = options.rest ?? { first: 1000, longest: 20_000 };
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: new ExponentialBackoff({ initialDelay: first, maxDelay: longest }),
    breaker: new ConsecutiveBreaker(failuresInARow),
  });
  const inTime = wrap(breaker, timeout(deadline, TimeoutStrategy.Aggressive));

  let isChecked = false;
  let checking: Promise<void> | null = null;
  let checkedAt = 0;
  let reason: Reason | null = 'starting';
  let told: GateState = { answers: false, reason, since: clock.now() };

  const isOpen = () => isChecked && breaker.state === CircuitState.Closed;

  /** Tells who runs the installation once, when it changes. */
  const tell = () => {
    const answers = isOpen();
    if (told.answers === answers && (answers || told.reason === reason)) return;
    told = { answers, reason: answers ? null : reason, since: clock.now() };
    if (answers) log.info({ engine: 'meilisearch' }, 'Meilisearch answers who searches');
    else log.warn({ engine: 'meilisearch', reason }, 'Meilisearch does not answer: PostgreSQL answers instead');
  };

  const note = (error: unknown) => {
    // it is let alone, and nothing was learned
    if (error instanceof BrokenCircuitError) return;
    reason = error instanceof MeilisearchTrouble ? error.kind : error instanceof TaskCancelledError ? 'slow' : 'failed';
  };

  const look = () => {
    checking ??= breaker
      .execute(check)
      .then(
        () => {
          isChecked = true;
          reason = null;
        },
        (error: unknown) => {
          if (!(error instanceof BrokenCircuitError)) isChecked = false;
          note(error);
        },
      )
      .finally(() => {
        checking = null;
        checkedAt = clock.now().getTime();
        tell();
      });
  };

  look();
  return {
    ask: async (work) => {
      if (!isOpen()) {
        look();
        return null;
      }
      if (clock.now().getTime() - checkedAt >= (options.checkEvery ?? 15_000)) look();
      try {
        return await inTime.execute(work);
      } catch (error) {
        note(error);
        tell();
        return null;
      }
    },
    state: () => {
      if (!isOpen()) look();
      return told;
    },
  };
}

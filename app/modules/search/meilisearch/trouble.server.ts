import {
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  MeilisearchTaskTimeOutError,
  type Task,
} from 'meilisearch';
import type { Reason } from '../searching.ts';

/** Why it did not do what was asked. */
export type TroubleKind = Exclude<Reason, 'starting'>;

/**
 * What went wrong at Meilisearch, without what was asked: its own errors carry the address with the question in it, and what is
 * thrown ends in the log.
 */
export class MeilisearchTrouble extends Error {
  readonly kind: TroubleKind;
  constructor(kind: TroubleKind, detail: string) {
    super(`Meilisearch: ${kind} (${detail})`);
    this.name = 'MeilisearchTrouble';
    this.kind = kind;
  }
}

/** Does it, and turns what the client throws into a `MeilisearchTrouble`. */
export async function troubled<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw troubleOf(error);
  }
}

/** A task that did not succeed is trouble too: Meilisearch only tells when it is asked. Another process may have made an index first. */
export function succeeded(task: Pick<Task, 'status' | 'error' | 'type'>): void {
  if (task.status === 'succeeded') return;
  const code = task.error?.code ?? task.status;
  if (code === 'index_already_exists') return;
  throw new MeilisearchTrouble(code === 'index_not_found' ? 'no-index' : 'failed', `${task.type}: ${code}`);
}

/** The code of Meilisearch's refusal; null for other faults. */
export function codeOf(error: unknown): string | null {
  return error instanceof MeilisearchApiError ? (error.cause?.code ?? null) : null;
}

function troubleOf(error: unknown): unknown {
  if (error instanceof MeilisearchApiError) {
    const code = error.cause?.code ?? `status ${String(error.response.status)}`;
    return new MeilisearchTrouble(kindOf(code, error.response.status), code);
  }
  if (error instanceof MeilisearchTaskTimeOutError) return new MeilisearchTrouble('slow', 'task');
  if (error instanceof MeilisearchRequestError)
    return error.cause instanceof MeilisearchRequestTimeOutError
      ? new MeilisearchTrouble('slow', 'request')
      : new MeilisearchTrouble('down', networkCode(error.cause));
  // an answer that is no JSON: something else listens at this address, or a proxy before it has a page of its own
  if (error instanceof SyntaxError) return new MeilisearchTrouble('down', 'not-json');
  return error;
}

function kindOf(code: string, status: number): TroubleKind {
  if (code === 'index_not_found') return 'no-index';
  if (code === 'invalid_api_key' || code === 'missing_authorization_header' || status === 401 || status === 403)
    return 'key';
  return status >= 500 ? 'down' : 'failed';
}

/** `ECONNREFUSED` and the like: says what, never which address. */
function networkCode(cause: unknown): string {
  for (let at = cause; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string') return at.code;
  return 'network';
}

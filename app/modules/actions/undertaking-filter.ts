import { audiences, undertakingStates } from './undertaking.ts';

/** What who looks through the list chose; empty text: everything. */
export type UndertakingFilter = { body: string; toWhom: string; state: string };

/** Reads the address; whatever it cannot be is left out. */
export function readUndertakingFilter(address: URLSearchParams): UndertakingFilter {
  const known = (name: string, values: readonly string[]) => values.find((one) => one === address.get(name)) ?? '';
  const body = address.get('team') ?? '';
  return {
    body: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(body) ? body : '',
    toWhom: known('aan', audiences),
    state: known('stand', [...undertakingStates, 'late']),
  };
}

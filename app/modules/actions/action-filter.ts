import { actionStates, type ActionState } from './action.ts';

/** States as the address of the list names them; `late` is open and past its day. */
const stateWords = {
  open: 'open',
  late: 'te-laat',
  done: 'gedaan',
  dropped: 'vervallen',
  handed: 'overgedragen',
} as const satisfies Record<ActionState | 'late', string>;

export type StateChoice = keyof typeof stateWords;
export const stateChoices: readonly StateChoice[] = ['open', 'late', ...actionStates.filter((one) => one !== 'open')];

/** The choice of who looks through the list, as the address holds it. Empty text: no filter. */
export type ActionFilter = {
  text: string;
  /** Slug of the body. */
  body: string;
  state: StateChoice | '';
  /** Only those of who asks. */
  isMine: boolean;
  /** Year in which it came on the list. */
  year: string;
  page: number;
};

export const actionPageSize = 25;
const longestSearch = 100;
const lastPage = 10_000;

/** Reads the address; whatever it cannot be is left out, so that an old or broken link still shows a list. */
export function readActionFilter(address: URLSearchParams): ActionFilter {
  const matching = (name: string, shape: RegExp) => {
    const value = address.get(name) ?? '';
    return shape.test(value) ? value : '';
  };
  const text = (address.get('zoek') ?? '')
    .replaceAll(/[\p{Cc}\p{Surrogate}]/gu, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .slice(0, longestSearch);
  const page = Number(address.get('pagina') ?? '1');
  return {
    text,
    body: matching('team', /^[a-z0-9]+(-[a-z0-9]+)*$/),
    state: stateChoices.find((state) => stateWords[state] === address.get('stand')) ?? '',
    isMine: address.get('van') === 'mij',
    year: matching('jaar', /^20\d{2}$/),
    page: Number.isSafeInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  };
}

/** The address of a list under a filter, with only what is set. */
export function actionsHref(filter: ActionFilter, path = '/acties'): string {
  const address = new URLSearchParams();
  if (filter.text !== '') address.set('zoek', filter.text);
  if (filter.body !== '') address.set('team', filter.body);
  if (filter.state !== '') address.set('stand', stateWords[filter.state]);
  if (filter.isMine) address.set('van', 'mij');
  if (filter.year !== '') address.set('jaar', filter.year);
  if (filter.page > 1) address.set('pagina', String(filter.page));
  const query = address.toString();
  return query === '' ? path : `${path}?${query}`;
}

export function stateWord(state: StateChoice): string {
  return stateWords[state];
}

/** How many filters are set; the search text is none. */
export function activeActionFilters({ body, state, isMine, year }: ActionFilter): number {
  return [body !== '', state !== '', isMine, year !== ''].filter(Boolean).length;
}

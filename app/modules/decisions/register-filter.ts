import { instruments, type Instrument } from './instrument.ts';
import { outcomes, type DecisionOutcome } from './outcome.ts';

/** Outcomes as the address of the register names them. */
const outcomeWords = {
  grant: 'toegekend',
  decline: 'afgewezen',
  park: 'aangehouden',
  refer: 'doorgestuurd',
} as const satisfies Record<DecisionOutcome, string>;

/** Ways of giving money as the address of the register names them. */
const instrumentWords = {
  subsidy: 'subsidie',
  assignment: 'opdracht',
  award: 'beloning',
} as const satisfies Record<Instrument, string>;

/** The choice of who looks through the register, as the address holds it. Empty text: no filter. */
export type RegisterFilter = {
  text: string;
  /** Slug of the body. */
  body: string;
  outcome: DecisionOutcome | '';
  /** How the money is given. */
  instrument: Instrument | '';
  /** Slug of a theme of the initiative that was decided on. */
  theme: string;
  /** Year in which it was taken, four digits. */
  year: string;
  page: number;
};

export const registerPageSize = 20;

const longestSearch = 100;
const lastPage = 10_000;

/** Reads the address; whatever it cannot be is left out, so that an old or broken link still shows a list. */
export function readRegisterFilter(address: URLSearchParams): RegisterFilter {
  const text = (address.get('zoek') ?? '')
    .replaceAll(/[\p{Cc}\p{Surrogate}]/gu, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .slice(0, longestSearch);
  const matching = (name: string, shape: RegExp) => {
    const value = address.get(name) ?? '';
    return shape.test(value) ? value : '';
  };
  const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const page = Number(address.get('pagina') ?? '1');
  return {
    text,
    body: matching('team', slug),
    outcome: outcomes.find((outcome) => outcomeWords[outcome] === address.get('besluit')) ?? '',
    instrument: instruments.find((instrument) => instrumentWords[instrument] === address.get('soort')) ?? '',
    theme: matching('thema', slug),
    year: matching('jaar', /^20\d{2}$/),
    page: Number.isSafeInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  };
}

/** The address of the register under a filter, with only what is set. */
export function registerHref(filter: RegisterFilter): string {
  const address = new URLSearchParams();
  if (filter.text !== '') address.set('zoek', filter.text);
  if (filter.body !== '') address.set('team', filter.body);
  if (filter.outcome !== '') address.set('besluit', outcomeWords[filter.outcome]);
  if (filter.instrument !== '') address.set('soort', instrumentWords[filter.instrument]);
  if (filter.theme !== '') address.set('thema', filter.theme);
  if (filter.year !== '') address.set('jaar', filter.year);
  if (filter.page > 1) address.set('pagina', String(filter.page));
  const query = address.toString();
  return query === '' ? '/besluiten' : `/besluiten?${query}`;
}

export function outcomeWord(outcome: DecisionOutcome): string {
  return outcomeWords[outcome];
}

export function instrumentWord(instrument: Instrument): string {
  return instrumentWords[instrument];
}

/** How many filters are set; the search text is none. */
export function activeRegisterFilters(filter: RegisterFilter): number {
  const { body, outcome, instrument, theme, year } = filter;
  return [body, outcome, instrument, theme, year].filter((value) => value !== '').length;
}

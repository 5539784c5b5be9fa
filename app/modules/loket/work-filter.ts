import type { Stage } from '#app/modules/initiatives/stage.ts';

/** What the loket looks at: what it has to check, what it waits for, and what it can still refer. */
export const workStages = ['submitted', 'question', 'accepted', 'parked'] as const satisfies readonly Stage[];

export type WorkStage = (typeof workStages)[number];

/** Stages of the ordinary list: what waits for the loket or for an answer to it. */
export const ordinaryStages: readonly WorkStage[] = ['submitted', 'question'];

export type WorkFilter = {
  /** Empty: the ordinary list. */
  stage: WorkStage | '';
  /** Slug of a body; empty: all of them. */
  body: string;
  lateOnly: boolean;
  page: number;
};

const lastPage = 10_000;

/** Reads the address; whatever it cannot be is left out. */
export function readWorkFilter(address: URLSearchParams): WorkFilter {
  const body = address.get('team') ?? '';
  const page = Number(address.get('pagina') ?? '1');
  return {
    stage: workStages.find((stage) => stage === address.get('fase')) ?? '',
    body: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(body) ? body : '',
    lateOnly: address.get('laat') === 'ja',
    page: Number.isSafeInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  };
}

/** The address of the list under a filter, with only what differs from the ordinary. */
export function workHref(filter: WorkFilter): string {
  const address = new URLSearchParams();
  if (filter.stage !== '') address.set('fase', filter.stage);
  if (filter.body !== '') address.set('team', filter.body);
  if (filter.lateOnly) address.set('laat', 'ja');
  if (filter.page > 1) address.set('pagina', String(filter.page));
  const query = address.toString();
  return query === '' ? '/loket' : `/loket?${query}`;
}

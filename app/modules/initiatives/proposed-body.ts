import { cents, type Cents } from '#app/kernel/money.ts';

/** A body that can receive an initiative. Without areas it works in the whole district. */
export type CandidateBody = {
  id: string;
  kind: string;
  name: string;
  areas: readonly string[];
  themes: readonly string[];
};

export type PlanForBody = {
  themes: readonly string[];
  wholeDistrict: boolean;
  areas: readonly string[];
  requested: Cents;
};

/** Why this body: `key` names the text, `matched` holds the codes or slugs that decided it. */
export type BodyProposal = {
  bodyId: string;
  reason: 'local' | 'small-and-nearby' | 'themes' | 'loket-decides';
  matched: string[];
};

/** Up to this amount a plan goes to the wijkalliantie when only part of it lies in its area: € 10.000. */
export const smallAmount = cents(10_000_00);

/**
 * The body that fits a plan best. First the wijkalliantie: when the whole plan lies in its area, or when the plan is
 * small and touches it. Else the opgaveteam with most of the plan's themes; among equals the one for which they are the
 * larger part of its work, then the one that comes first. Else the programme office, where the loket decides.
 * @param parents code of the wijk per buurt
 * @returns null when there is no body at all
 */
export function proposeBody(
  plan: PlanForBody,
  bodies: readonly CandidateBody[],
  parents: ReadonlyMap<string, string>,
): BodyProposal | null {
  return proposeWijkalliantie(plan, bodies, parents) ?? proposeOpgaveteam(plan, bodies) ?? proposeOffice(bodies);
}

function proposeWijkalliantie(
  plan: PlanForBody,
  bodies: readonly CandidateBody[],
  parents: ReadonlyMap<string, string>,
): BodyProposal | null {
  if (plan.wholeDistrict || plan.areas.length === 0) return null;
  const near = bodies
    .filter(({ kind, areas }) => kind === 'wijkalliantie' && areas.length > 0)
    .map((body) => ({ body, matched: plan.areas.filter((code) => liesIn(code, body.areas, parents)) }))
    .filter(({ matched }) => matched.length > 0);
  const local = near.find(({ matched }) => matched.length === plan.areas.length);
  if (local) return { bodyId: local.body.id, reason: 'local', matched: local.matched };
  if (plan.requested > smallAmount) return null;
  const nearest = best(near, ({ matched }) => [matched.length]);
  return nearest && { bodyId: nearest.body.id, reason: 'small-and-nearby', matched: nearest.matched };
}

function proposeOpgaveteam(plan: PlanForBody, bodies: readonly CandidateBody[]): BodyProposal | null {
  const fitting = bodies
    .filter(({ kind }) => kind === 'opgaveteam')
    .map((body) => ({ body, matched: plan.themes.filter((slug) => body.themes.includes(slug)) }))
    .filter(({ matched }) => matched.length > 0);
  const chosen = best(fitting, ({ body, matched }) => [matched.length, matched.length / body.themes.length]);
  return chosen && { bodyId: chosen.body.id, reason: 'themes', matched: chosen.matched };
}

function proposeOffice(bodies: readonly CandidateBody[]): BodyProposal | null {
  const office = bodies.find(({ kind }) => kind === 'programme');
  return office ? { bodyId: office.id, reason: 'loket-decides', matched: [] } : null;
}

/** A buurt lies in itself and in its wijk. */
function liesIn(code: string, areas: readonly string[], parents: ReadonlyMap<string, string>): boolean {
  const wijk = parents.get(code);
  return areas.includes(code) || (wijk !== undefined && areas.includes(wijk));
}

/** The first item with the greatest rank, compared number by number; null for none. */
function best<Item>(items: readonly Item[], rank: (item: Item) => number[]): Item | null {
  return items.reduce<Item | null>(
    (winner, item) => (winner === null || isGreater(rank(item), rank(winner)) ? item : winner),
    null,
  );
}

function isGreater(one: readonly number[], other: readonly number[]): boolean {
  const index = one.findIndex((value, place) => value !== other[place]);
  return index >= 0 && (one[index] ?? 0) > (other[index] ?? 0);
}

/** Kinds of bodies that an initiative can be submitted to. */
export const receivingKinds: readonly string[] = ['opgaveteam', 'wijkalliantie', 'programme'];

import type { Facet, Question } from '../port.ts';

/** Under which attribute of a record a facet is kept. */
export const attributeOf: Readonly<Record<Facet, string>> = {
  kind: 'kind',
  theme: 'themes',
  area: 'areas',
  body: 'bodies',
  stage: 'stage',
  need: 'needs',
  offer: 'offers',
  year: 'year',
};

/** Between quotes nothing a visitor sends can end the value and begin an expression of its own. */
export function quoted(value: string): string {
  return `"${value.toWellFormed().replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** One of these values. */
export function oneOf(attribute: string, values: readonly string[]): string {
  return `${attribute} IN [${values.map(quoted).join(', ')}]`;
}

/**
 * What must hold of a record, as expressions that all must be true.
 * @param without a facet that is left out, to count what choosing another of its values would give
 */
export function filterOf({ filters, money }: Pick<Question, 'filters' | 'money'>, without?: Facet): string[] {
  const expressions: string[] = [];
  for (const facet of chosenFacets({ filters }))
    if (facet !== without) expressions.push(oneOf(attributeOf[facet], filters[facet] ?? []));
  if (money.from !== null) expressions.push(`cents >= ${wholeNumber(money.from)}`);
  if (money.to !== null) expressions.push(`cents <= ${wholeNumber(money.to)}`);
  return expressions;
}

/** Facets of which values were chosen; one without values filters nothing. */
export function chosenFacets({ filters }: Pick<Question, 'filters'>): Facet[] {
  return (Object.keys(attributeOf) as Facet[]).filter((facet) => (filters[facet]?.length ?? 0) > 0);
}

const wholeNumber = (number: number) => String(Math.trunc(number));

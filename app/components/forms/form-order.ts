/**
 * Mistakes in the order in which somebody meets the fields; those of one field keep theirs.
 * @param names of the fields from top to bottom; parts of a list (`lines[2].amount`) go with the list, and what is not named last
 */
export function inFormOrder<Value>(
  mistakes: readonly (readonly [name: string, Value])[],
  names: readonly string[],
): (readonly [name: string, Value])[] {
  const placeOf = (name: string) => {
    const place = names.indexOf(name) === -1 ? names.indexOf(name.split(/[[.]/, 1)[0] ?? '') : names.indexOf(name);
    return place === -1 ? names.length : place;
  };
  return [...mistakes].sort(([one], [other]) => placeOf(one) - placeOf(other));
}

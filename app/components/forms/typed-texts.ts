/**
 * The texts that somebody typed into a form, by the names of its fields, however deep they are in it.
 * @param value what came back of a form (`initialValue` of Conform's reply)
 */
export function typedTexts(value: unknown, names: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]: [string, unknown]) => {
    if (typeof inside !== 'string') return typedTexts(inside, names);
    return names.includes(name) && inside.trim() !== '' ? [inside] : [];
  });
}

import type { Json } from '#app/kernel/canonical-json.ts';

/** Where a value stands in JSON: keys and places in lists. */
type Path = readonly (string | number)[];

/** Where every number stands. */
export function numbersIn(json: Json, path: Path = []): Path[] {
  if (typeof json === 'number') return [path];
  if (Array.isArray(json)) return json.flatMap((one: Json, index) => numbersIn(one, [...path, index]));
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => numbersIn(value, [...path, key]));
}

export function at(json: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((one, key) => (one as Record<string, Json> | undefined)?.[key], json);
}

/** Changes one number where it stands. */
export function put(json: Json, path: Path, value: number): void {
  const last = path.at(-1) ?? '';
  Object.assign(at(json, path.slice(0, -1)) as object, { [last]: value });
}

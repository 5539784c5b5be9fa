import { folded } from '#app/modules/redaction/detect/folded.ts';
import { candidatesIn } from '#app/modules/redaction/detect/name-runs.ts';
import { firstNames } from '#app/modules/redaction/detect/name-words.ts';

/** What stands in a list of people, one entry for each: "Jan de Wit (Ymere)" or "Jan de Wit, directeur Ymere". */
export function namesOf(list: string): string[] {
  const entries = atSeparators(list);
  const isNamed = (entry: string) => entry.includes('■') || firstNames.has(folded(entry.split(/[\s(]/u)[0] ?? ''));
  // functions between the names: then commas separate nothing, and an entry begins at each name
  return entries.length > 4 &&
    entries.filter(isNamed).length * 3 < entries.length * 2 &&
    (list.match(/\(/gu) ?? []).length * 4 < entries.length
    ? atNames(list)
    : entries;
}

/** Between commas, semicolons and lines; what stands between brackets stays with its name. */
function atSeparators(list: string): string[] {
  const names: string[] = [];
  let open = 0;
  let name = '';
  const separated = list
    .replaceAll(/(■ 5\.1\.2\.[a-i])\s+(?=[\p{Lu}■])/gu, '$1, ')
    .replaceAll(/\s+(?:en|&)\s+(?=(■|\p{Lu}[\p{L}-]*))/gu, (whole, next: string) =>
      next === '■' || firstNames.has(folded(next)) ? ', ' : whole,
    );
  for (const character of separated) {
    if (character === '(') open += 1;
    if (character === ')') open = Math.max(0, open - 1);
    if (open === 0 && /[,;\n]/u.test(character)) {
      names.push(name);
      name = '';
    } else name += character;
  }
  names.push(name);
  return names.map((one) => one.trim()).filter((one) => /[\p{L}■]/u.test(one));
}

function atNames(list: string): string[] {
  const nothing = { small: new Set<string>(), names: new Set<string>() };
  const starts = candidatesIn(list, nothing)
    .filter(({ words }) => words.length > 1 && words.some(({ sort }) => sort === 'first'))
    .map(({ words }) => words.find(({ sort }) => sort === 'first')?.start ?? 0);
  const cuts = [0, ...starts.filter((start) => start > 0), list.length];
  return cuts
    .slice(0, -1)
    .map((start, place) =>
      list
        .slice(start, cuts[place + 1])
        .replaceAll(/\s+/gu, ' ')
        .replace(/[\s,;]+$/u, '')
        .trim(),
    )
    .filter((one) => /[\p{L}■]/u.test(one));
}

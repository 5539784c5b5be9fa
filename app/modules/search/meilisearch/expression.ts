import { valueOfTerm } from '../postgresql/rows.ts';
import { oneOf } from './filter.ts';

/** `'huiswerk' & ('tuin' | 'area/FJ')`: what a document must have, as the embedded engine asks it. */
type Tree = { kind: 'term'; attribute: string; value: string } | { kind: 'all' | 'any'; parts: Tree[] };

/**
 * The filter that asks the same of a record as an expression over terms asks of a row. Both engines so go by one idea of what a
 * question wants.
 * @param expression of `levelsOf` or `forWish`; null is "anything"
 */
export function filterFor(expression: string | null): string[] {
  return expression === null ? [] : [written(parse(expression))];
}

function parse(expression: string): Tree {
  const tokens = expression.match(/'(?:[^'\\]|''|\\\\)*'|[()&|]/g) ?? [];
  let at = 0;
  const group = (sign: '&' | '|', kind: 'all' | 'any', part: () => Tree): Tree => {
    const parts = [part()];
    while (tokens[at] === sign) {
      at += 1;
      parts.push(part());
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind, parts };
  };
  const any = (): Tree => group('|', 'any', all);
  const all = (): Tree => group('&', 'all', one);
  const one = (): Tree => {
    const token = tokens[at] ?? '';
    at += 1;
    if (token !== '(') return termOf(token.slice(1, -1).replace(/(['\\])\1/g, '$1'));
    const inner = any();
    at += 1;
    return inner;
  };
  return any();
}

/** A stem, a stem of the title (`=tuin`), or an area (`area/FJ`). */
function termOf(term: string): Tree {
  if (term.startsWith('area/')) return { kind: 'term', attribute: 'areas', value: valueOfTerm(term).value };
  if (term.startsWith('=')) return { kind: 'term', attribute: 'titleTerms', value: term.slice(1) };
  return { kind: 'term', attribute: 'terms', value: term };
}

/** Terms of one attribute of which one is enough become one list. */
function written(tree: Tree): string {
  if (tree.kind === 'term') return oneOf(tree.attribute, [tree.value]);
  if (tree.kind === 'all') return `(${tree.parts.map(written).join(' AND ')})`;
  const lists = new Map<string, string[]>();
  for (const part of tree.parts)
    if (part.kind === 'term') lists.set(part.attribute, [...(lists.get(part.attribute) ?? []), part.value]);
  const others = tree.parts.filter(({ kind }) => kind !== 'term').map(written);
  return `(${[...[...lists].map(([attribute, values]) => oneOf(attribute, values)), ...others].join(' OR ')})`;
}

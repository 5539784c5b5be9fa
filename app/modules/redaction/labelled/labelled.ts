/**
 * Texts in the style of the papers with what has to be found marked in them: `{n:Jan}` a name, m mail, p phone, a account, c citizen
 * number, s address, z postcode. All people and numbers are invented; organisations, streets and areas are real, because they are the traps.
 */
import type { MarkKind } from '../ground.ts';
import type { KnownPerson, RedactionPassage } from '../mark.ts';

export type LabelledPaper = {
  people: readonly KnownPerson[];
  organisations: readonly string[];
  /** `wie:` before a passage says that it is a cell of people. */
  passages: readonly string[];
};

export type Label = { passage: string; start: number; end: number; kind: MarkKind; word: string };

const kinds: Record<string, MarkKind> = {
  n: 'name',
  m: 'mail',
  p: 'phone',
  a: 'account',
  c: 'citizen-number',
  s: 'address',
  z: 'postcode',
};

export const person = (name: string, organisation = '', isPublic = false): KnownPerson => ({
  name,
  organisation,
  isPublic,
});

/** The plain passages of a paper and its labels. */
export function readLabels({ passages }: LabelledPaper): { passages: RedactionPassage[]; labels: Label[] } {
  const labels: Label[] = [];
  const plain = passages.map((marked, index): RedactionPassage => {
    const key = String(index + 1);
    const isCell = marked.startsWith('wie:');
    let text = '';
    for (const piece of (isCell ? marked.slice(4) : marked).split(/(\{[a-z]:[^}]*\})/u)) {
      const [, letter, word] = /^\{([a-z]):([^}]*)\}$/u.exec(piece) ?? [];
      const kind = kinds[letter ?? ''];
      if (word !== undefined && kind !== undefined) {
        labels.push({ passage: key, start: text.length, end: text.length + word.length, kind, word });
      }
      text += word ?? piece;
    }
    return isCell ? { key, text, holds: 'people' } : { key, text };
  });
  return { passages: plain, labels };
}

/** How much of the labels detection finds, and how much of what it finds was labelled. */
import { findMarks } from '../detect.ts';
import { markKinds, type MarkKind } from '../ground.ts';
import { overlaps, type Mark } from '../mark.ts';
import { readLabels, type LabelledPaper } from './labelled.ts';

export type Measure = {
  kind: MarkKind;
  labels: number;
  found: number;
  marks: number;
  right: number;
  missed: string[];
  wrong: string[];
};

/** A label is found when no letter or digit of it is left; a mark is right when it touches a label of whatever kind. */
export function measure(papers: readonly LabelledPaper[]): Measure[] {
  const measures = new Map<MarkKind, Measure>(
    markKinds.map((kind) => [kind, { kind, labels: 0, found: 0, marks: 0, right: 0, missed: [], wrong: [] }]),
  );
  for (const paper of papers) {
    const { passages, labels } = readLabels(paper);
    const marks = findMarks({ ...paper, passages, list: { always: [], never: [] } });
    const textOf = (mark: Mark) =>
      passages.find(({ key }) => key === mark.passage)?.text.slice(mark.start, mark.end) ?? '';
    for (const label of labels) {
      const own = marks.filter(({ passage }) => passage === label.passage);
      const left = [...label.word].filter((character, place) => {
        const at = label.start + place;
        return /[\p{L}\p{N}]/u.test(character) && !own.some(({ start, end }) => start <= at && at < end);
      });
      const measured = measures.get(label.kind);
      if (measured === undefined) continue;
      measured.labels += 1;
      if (left.length === 0) measured.found += 1;
      else measured.missed.push(label.word);
    }
    for (const mark of marks) {
      const measured = measures.get(mark.kind);
      if (measured === undefined) continue;
      measured.marks += 1;
      if (labels.some((label) => label.passage === mark.passage && overlaps(label, mark))) measured.right += 1;
      else measured.wrong.push(textOf(mark));
    }
  }
  return [...measures.values()].filter(({ labels, marks }) => labels + marks > 0);
}

const share = (part: number, whole: number) => (whole === 0 ? '  –  ' : (part / whole).toFixed(3));

/** One line for each kind, for who reads the test. */
export const measureText = (measures: readonly Measure[]): string =>
  measures
    .map(
      ({ kind, labels, found, marks, right, missed, wrong }) =>
        `${kind.padEnd(15)} labels ${String(labels).padStart(3)} recall ${share(found, labels)} marks ${String(marks).padStart(3)} precision ${share(right, marks)}` +
        (missed.length > 0 ? `\n  missed: ${missed.join(' | ')}` : '') +
        (wrong.length > 0 ? `\n  wrong: ${wrong.join(' | ')}` : ''),
    )
    .join('\n');

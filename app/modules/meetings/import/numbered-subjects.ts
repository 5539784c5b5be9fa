import type { MinutesLine } from '../minutes-content.ts';
import type { Block } from './block.ts';
import { actionIn, telling } from './line-kind.ts';

type Line = Omit<MinutesLine, 'key'>;

/** A part of the paper under one numbered subject; `subject` is empty for what stands before the first. */
export type Subject = { subject: string; blocks: Block[] };

const numbered = /^(\d{1,2})[.)]\s+(\S[\s\S]{0,240})$/u;

/** Cuts a paper at its numbered subjects. A number that does not go on counting is no subject. */
export function subjectsOf(blocks: readonly Block[]): Subject[] {
  const subjects: Subject[] = [{ subject: '', blocks: [] }];
  let last = 0;
  for (const block of blocks) {
    const match = block.kind === 'table' ? null : numbered.exec(block.text);
    const number = Number(match?.[1] ?? 0);
    const title = match?.[2] ?? '';
    if (match !== null && number > last && number <= last + 3 && title.split(/\s+/u).length <= 25) {
      subjects.push({ subject: title.replaceAll('**', '').trim(), blocks: [] });
      last = number;
    } else if (block.kind === 'heading') subjects.push({ subject: block.text, blocks: [] });
    else subjects.at(-1)?.blocks.push(block);
  }
  return subjects.filter(({ subject, blocks: own }) => subject !== '' || own.length > 0);
}

const bold = (text: string) => text.replaceAll('**', '').trim();
const decisionHead = /^(?:besluit(?:en)?|conclusie en besluit)\s*:?$/iu;
const otherHead = /^[^.!?]{2,60}:$/u;

/** The lines of one subject: its decisions, agreements and actions each, and everything else as one note. */
export function linesOfSubject({ subject, blocks }: Subject): Line[] {
  const told: string[] = [];
  const lines: Line[] = [];
  let underDecision = false;
  let announced: Line | null = null;
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    const text = bold(block.text);
    if (decisionHead.test(text)) {
      underDecision = true;
      continue;
    }
    if (block.kind === 'paragraph' && otherHead.test(text)) underDecision = false;
    const inline = /^besluit\s*:\s*(\S[\s\S]*)$/iu.exec(text);
    const action = actionIn(block.text.replace(/^[•\-–]\s*/u, ''));
    if (action !== null) {
      lines.push({ kind: 'action', subject, text: bold(action.text), explanation: '', who: action.who, when: '' });
    } else if (announced !== null && block.kind === 'item') {
      announced.text = `${announced.text}\n· ${text}`;
    } else if (inline !== null || (underDecision && block.kind === 'item')) {
      lines.push({ kind: 'decision', subject, text: inline?.[1] ?? text, explanation: '', who: '', when: '' });
    } else {
      const tells = telling(text);
      if (tells === null) {
        told.push(block.kind === 'item' ? `· ${text}` : text);
        announced = null;
      } else {
        const explanation = tells.sentence === text ? '' : text;
        const line = { kind: tells.kind, subject, text: tells.sentence, explanation, who: '', when: '' };
        lines.push(line);
        // "De volgende verslagen zijn vastgesteld:" goes on in the items below it
        announced = /:$/u.test(text) ? line : null;
      }
    }
  }
  const note: Line[] =
    told.length === 0 && lines.length > 0
      ? []
      : [{ kind: 'note', subject, text: '', explanation: told.join('\n'), who: '', when: '' }];
  return [...note, ...lines];
}

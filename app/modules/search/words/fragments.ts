import type { Fragment } from '../port.ts';
import { placedWords, type PlacedWord } from './split.ts';
import { stemOf } from './stem.ts';
import type { Wish } from './understand.ts';

/** Stems that are what was looked for, and letters with which a half word begins. */
export type Marks = { stems: ReadonlySet<string>; beginnings: readonly string[]; wishes: number };

/** What to mark in a text that answers these wishes. */
export function marksOf(wishes: readonly Wish[]): Marks {
  return {
    wishes: wishes.length,
    stems: new Set(wishes.flatMap(({ ways }) => ways.flatMap(({ stems }) => stems))),
    beginnings: wishes.flatMap(({ isPrefix, typed }) => (isPrefix && typed.length >= 3 ? [typed] : [])),
  };
}

const isHit = ({ word }: PlacedWord, { stems, beginnings }: Marks): boolean =>
  stems.has(stemOf(word)) || beginnings.some((letters) => word.startsWith(letters));

/** The text in pieces, in order: put together they are the text again. */
export function fragmentsOf(text: string, marks: Marks): Fragment[] {
  const found: Fragment[] = [];
  let done = 0;
  const add = (piece: string, hit: boolean): void => {
    if (piece !== '') found.push({ text: piece, isHit: hit });
  };
  for (const placed of placedWords(text)) {
    if (!isHit(placed, marks)) continue;
    add(text.slice(done, placed.start), false);
    add(text.slice(placed.start, placed.end), true);
    done = placed.end;
  }
  add(text.slice(done), false);
  return found;
}

/** Letters that a piece of text may have. */
const longest = 240;
const lead = 60;

type Piece = { text: string; hits: number };

function pieceAround(text: string, words: readonly PlacedWord[], hits: readonly PlacedWord[]): Piece {
  // the window with the most different words that were looked for
  let best = { start: hits[0]?.start ?? 0, count: 0 };
  for (const [place, first] of hits.slice(0, 200).entries()) {
    const inside = hits.slice(place, place + 40).filter(({ end }) => end - first.start <= longest - lead - 10);
    const count = new Set(inside.map(({ word }) => stemOf(word))).size;
    if (count > best.count) best = { start: first.start, count };
  }
  const from = best.start <= lead ? 0 : (words.find(({ start }) => start >= best.start - lead)?.start ?? best.start);
  return { text: cut(text.slice(from, from + longest * 2), from > 0), hits: best.count };
}

/** At most `longest` letters, cut between words, with dots where something was left out. */
function cut(text: string, isContinued: boolean): string {
  const start = isContinued ? '… ' : '';
  const plain = text.replace(/\s+/gu, ' ').trim();
  const room = longest - start.length;
  if (plain.length <= room) return start + plain;
  const short = plain.slice(0, room - 2);
  const space = short.lastIndexOf(' ');
  return `${start}${wholeSigns(space > room / 2 ? short.slice(0, space) : short)} …`;
}

/** Without half of a sign that takes two places, such as an emoji. */
const wholeSigns = (text: string): string => text.replace(/[\ud800-\udbff]$/u, '');

function pieceOf(text: string, marks: Marks): Piece {
  const words = placedWords(text);
  const hits = words.filter((word) => isHit(word, marks));
  return hits.length === 0 ? { text: cut(text, false), hits: 0 } : pieceAround(text, words, hits);
}

/** A piece of the summary, or of the text where that says more of what was looked for. */
export function textFragmentsOf(summary: string, text: string, marks: Marks): Fragment[] {
  const ofSummary = pieceOf(summary, marks);
  const isEnough = marks.stems.size === 0 || (ofSummary.hits >= marks.wishes && ofSummary.hits > 0);
  const ofText = text === '' || isEnough ? null : pieceOf(text, marks);
  const chosen = ofText !== null && (ofText.hits > ofSummary.hits || summary.trim() === '') ? ofText : ofSummary;
  return fragmentsOf(chosen.text, marks);
}

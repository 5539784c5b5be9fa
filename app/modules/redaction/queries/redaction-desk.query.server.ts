import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { GroundCode, MarkKind } from '../ground.ts';
import { redactionAccess } from '../policy.ts';
import { keptInput, keptMark, markColumns, type KeptMark } from '../redaction.store.server.ts';
import { wordFor } from '../replacement.ts';

export type MarkState = KeptMark['state'];

/** A stretch of a passage: plain, or a mark with its number in the list. */
export type Piece = { text: string; mark: { id: string; group: number; state: MarkState; instead: string } | null };

/** One word in all the places where it was found, answered at once or one by one. */
export type MarkGroup = {
  number: number;
  word: string;
  kind: MarkKind;
  ground: GroundCode;
  replacement: string;
  open: number;
  places: { id: string; passage: string; before: string; after: string; state: MarkState }[];
};

export type RedactionDesk = {
  id: string;
  state: 'open' | 'offered' | 'released';
  revision: number;
  sentBackWhy: string;
  mayChange: boolean;
  /** A second person, who decided none of it. */
  mayRelease: boolean;
  mayWork: boolean;
  counts: Record<MarkState, number>;
  passages: { key: string; pieces: Piece[] }[];
  groups: MarkGroup[];
  /** Words that go out somewhere and stand elsewhere as well. */
  leftElsewhere: { word: string; times: number }[];
  words: { id: string; word: string; sort: 'always' | 'never' }[];
};

const aroundIt = 40;

/** The desk at which names are taken out of one version. @returns null when nobody began, or the actor has no part in it */
export async function redactionDesk(
  database: Database,
  actor: Actor,
  { versionId, bodyId }: { versionId: string; bodyId: string },
): Promise<RedactionDesk | null> {
  const access = redactionAccess(actor, bodyId);
  if (access === null) return null;
  const row = await database.redaction.findUnique({
    where: { versionId },
    include: { marks: { select: markColumns } },
  });
  if (row === null) return null;
  const words = await database.redactionWord.findMany({
    where: { bodyId },
    orderBy: { word: 'asc' },
    select: { id: true, word: true, sort: true },
  });
  const { passages } = keptInput.parse(row.input);
  const marks = row.marks.map((mark) => keptMark.parse(mark));
  const texts = new Map(passages.map(({ key, text }) => [key, text]));
  const order = new Map(passages.map(({ key }, index) => [key, index]));
  marks.sort((a, b) => (order.get(a.passage) ?? 0) - (order.get(b.passage) ?? 0) || a.start - b.start);
  const groups = groupsOf(marks, texts);
  const groupOf = new Map(groups.flatMap(({ number, places }) => places.map(({ id }) => [id, number] as const)));
  const me = actor.person?.id ?? '';
  const mine = [row.begunById, row.offeredById, ...marks.map(({ decidedById }) => decidedById)].includes(me);
  const count = (state: MarkState) => marks.filter((mark) => mark.state === state).length;
  const state = row.state === 'released' ? 'released' : row.state === 'offered' ? 'offered' : 'open';
  return {
    id: row.id,
    state,
    revision: row.revision,
    sentBackWhy: row.sentBackWhy,
    mayWork: access === 'work',
    mayChange: access === 'work' && state === 'open',
    mayRelease: access === 'work' && state === 'offered' && !mine,
    counts: { found: count('found'), accepted: count('accepted'), rejected: count('rejected') },
    passages: passages.map(({ key, text }) => ({
      key,
      pieces: piecesOf(
        text,
        marks.filter(({ passage }) => passage === key),
        groupOf,
      ),
    })),
    groups,
    leftElsewhere: leftElsewhere(passages, marks),
    words: words.map(({ id, word, sort }) => ({ id, word, sort: sort === 'always' ? 'always' : 'never' })),
  };
}

function groupsOf(marks: readonly KeptMark[], texts: ReadonlyMap<string, string>): MarkGroup[] {
  const groups = new Map<string, MarkGroup>();
  for (const mark of marks) {
    const text = texts.get(mark.passage) ?? '';
    const word = text.slice(mark.start, mark.end);
    const key = `${mark.kind} ${word.toLowerCase()}`;
    const { kind, ground, replacement } = mark;
    const group = groups.get(key) ?? { number: groups.size + 1, word, kind, ground, replacement, open: 0, places: [] };
    groups.set(key, group);
    if (mark.state === 'found') group.open += 1;
    group.places.push({
      id: mark.id,
      passage: mark.passage,
      before: text.slice(Math.max(0, mark.start - aroundIt), mark.start),
      after: text.slice(mark.end, mark.end + aroundIt),
      state: mark.state,
    });
  }
  return [...groups.values()];
}

function piecesOf(text: string, marks: readonly KeptMark[], groupOf: ReadonlyMap<string, number>): Piece[] {
  const pieces: Piece[] = [];
  let place = 0;
  for (const mark of marks) {
    if (mark.start > place) pieces.push({ text: text.slice(place, mark.start), mark: null });
    pieces.push({
      text: text.slice(mark.start, mark.end),
      mark: { id: mark.id, group: groupOf.get(mark.id) ?? 0, state: mark.state, instead: wordFor(mark) },
    });
    place = mark.end;
  }
  if (place < text.length) pieces.push({ text: text.slice(place), mark: null });
  return pieces;
}

/** A name that goes out in one place and can be read in another was overlooked, or is a street. */
function leftElsewhere(passages: readonly { key: string; text: string }[], marks: readonly KeptMark[]) {
  const out = marks.filter(({ state }) => state === 'accepted');
  const rest = passages
    .map(({ key, text }) =>
      out
        .filter(({ passage }) => passage === key)
        .reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text),
    )
    .join('\n')
    .toLowerCase();
  const texts = new Map(passages.map(({ key, text }) => [key, text]));
  const words = new Set(out.map(({ passage, start, end }) => (texts.get(passage) ?? '').slice(start, end)));
  return [...words]
    .map((word) => ({ word, times: timesIn(rest, word.toLowerCase()) }))
    .filter(({ times }) => times > 0);
}

function timesIn(text: string, word: string): number {
  let times = 0;
  for (let place = text.indexOf(word); place !== -1; place = text.indexOf(word, place + word.length)) {
    const around = `${text[place - 1] ?? ' '}${text[place + word.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) times += 1;
  }
  return times;
}

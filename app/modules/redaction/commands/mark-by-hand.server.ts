import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { anyOf, placesOf } from '../detect/protect.ts';
import type { GroundCode } from '../ground.ts';
import { overlaps, type Mark } from '../mark.ts';
import { addMarks, countChange, type KeptMark } from '../redaction.store.server.ts';
import { onOpenRedaction, type MarkRefusal } from './decide-marks.server.ts';

export type HandRefusal = MarkRefusal | 'word-not-there';

type ByHand = {
  redactionId: string;
  word: string;
  ground: GroundCode;
  replacement: string;
  /** here: only the selected place. */
  where: 'everywhere' | 'here';
  passage: string;
  start: number;
  list: 'no' | 'always' | 'never';
};

/**
 * An editor takes a word out, everywhere or in one place, or says that it always or never goes out: then it is on the list of the
 * body as well. What was found in the same letters gives way.
 * @returns in how many places
 */
export async function markByHand(input: ByHand, context: Context<SignedIn>): Promise<Outcome<number, HandRefusal>> {
  const { redactionId, word, list } = input;
  if (!isId(redactionId)) return refused('redaction-unknown');
  return inTransaction<number, HandRefusal>(context, (tx) =>
    onOpenRedaction<number, 'word-not-there'>(redactionId, context, tx, async (redaction) => {
      const { actor, now } = context;
      const places = placesIn(input, redaction.input.passages);
      if (places.length === 0 && list === 'no') return refused('word-not-there');
      if (list !== 'no') await putOnList(tx, { bodyId: redaction.bodyId, word, sort: list }, context);
      const by = { byId: actor.person.id, at: now };
      if (list === 'never') await leave(tx, redaction.marks, places, by);
      else await takeOut(tx, redactionId, redaction.marks, places, by);
      await countChange(tx, redactionId);
      return accepted(places.length);
    }),
  );
}

function placesIn(input: ByHand, passages: readonly { key: string; text: string }[]): Mark[] {
  const { word, ground, replacement, where, passage, start } = input;
  const pattern = anyOf([word], 'giu');
  return passages.flatMap(({ key, text }) => {
    const found =
      where === 'everywhere'
        ? placesOf(pattern, text)
        : // a selection may be part of a word
          key === passage && text.slice(start).replaceAll(/\s+/gu, ' ').startsWith(word)
          ? [{ start, end: start + lengthIn(text.slice(start), word) }]
          : [];
    return found.map((place) => ({ passage: key, ...place, kind: 'own' as const, ground, replacement }));
  });
}

/** How many characters of the text make the word, of which the white space was made single. */
function lengthIn(text: string, word: string): number {
  let length = word.length;
  while (length < text.length && text.slice(0, length).replaceAll(/\s+/gu, ' ').length < word.length) length += 1;
  return length;
}

type By = { byId: string; at: Date };

async function takeOut(tx: Transaction, redactionId: string, marks: readonly KeptMark[], places: Mark[], by: By) {
  // A longer mark that goes out already takes the word along.
  const fresh = places.filter(
    (place) =>
      !marks.some(
        (mark) =>
          mark.state === 'accepted' &&
          mark.passage === place.passage &&
          mark.start <= place.start &&
          mark.end >= place.end &&
          mark.end - mark.start > place.end - place.start,
      ),
  );
  const gone = marks.filter((mark) => fresh.some((place) => place.passage === mark.passage && overlaps(place, mark)));
  // What was found in a longer stretch must not shrink by it.
  const grown = fresh.map((place) => {
    const touched = gone.filter(
      (mark) => mark.passage === place.passage && overlaps(place, mark) && mark.state !== 'rejected',
    );
    return {
      ...place,
      start: Math.min(place.start, ...touched.map(({ start }) => start)),
      end: Math.max(place.end, ...touched.map(({ end }) => end)),
    };
  });
  const apart = grown.filter(
    (place, index) => !grown.slice(0, index).some((other) => other.passage === place.passage && overlaps(other, place)),
  );
  await tx.redactionMark.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  await addMarks(tx, redactionId, apart, { state: 'accepted', ...by });
}

async function leave(tx: Transaction, marks: readonly KeptMark[], places: Mark[], { byId, at }: By) {
  const same = marks.filter((mark) =>
    places.some(({ passage, start, end }) => passage === mark.passage && start <= mark.start && mark.end <= end),
  );
  await tx.redactionMark.updateMany({
    where: { id: { in: same.map(({ id }) => id) } },
    data: { state: 'rejected', decidedById: byId, decidedAt: at },
  });
}

async function putOnList(
  tx: Transaction,
  { bodyId, word, sort }: { bodyId: string; word: string; sort: 'always' | 'never' },
  { actor, now }: Context<SignedIn>,
) {
  await tx.redactionWord.upsert({
    where: { bodyId_word: { bodyId, word } },
    create: { id: newId(), bodyId, word, sort, addedById: actor.person.id, addedAt: now },
    update: { sort, addedById: actor.person.id, addedAt: now },
  });
}

/** Takes a word off the list; marks that it made stay as they are. */
export async function takeOffList(
  input: { redactionId: string; wordId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, MarkRefusal | 'word-unknown'>> {
  if (!isId(input.redactionId)) return refused('redaction-unknown');
  return inTransaction<void, MarkRefusal | 'word-unknown'>(context, (tx) =>
    onOpenRedaction<void, 'word-unknown'>(input.redactionId, context, tx, async ({ bodyId }) => {
      const { count } = await tx.redactionWord.deleteMany({ where: { id: input.wordId, bodyId } });
      return count === 0 ? refused('word-unknown') : accepted();
    }),
  );
}

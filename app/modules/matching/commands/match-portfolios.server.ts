import type { Instant } from '#app/kernel/instant.ts';
import { accepted } from '#app/kernel/outcome.ts';
import { inTransaction, type Database, type Transaction } from '#app/platform/database.server.ts';
import { listChanges } from '../change.ts';
import { makingCorpus, type Corpus } from '../corpus.ts';
import { fairHost, makeAllLists, scoreIn, withListed } from '../lists.ts';
import { loadMiddles, loadProfiles, renewProfiles, type ProfileMemory } from '../profile.store.server.ts';
import { fitsOf, makeDesk } from '../scores.ts';
import {
  addSuggestions,
  emptyLists,
  fairGuests,
  holdersOf,
  removeEverywhere,
  removeFair,
  suggestionOf,
  takeAway,
  trimLists,
  unseenOf,
  waiting,
} from '../suggestion.store.server.ts';
import { openWordMemory, type WordMemory } from '../word-index.ts';

/** More changed portfolios than this at once are not looked at one by one: then all lists are made anew. */
const mostAtOnce = 200;

/** Milliseconds that all lists together may take, against what hangs. */
const patience = 30 * 60_000;

/** Milliseconds of work after which the process may answer others first: it serves pages too. */
const breath = 8;

/** What this process read for the job before, so that one change does not read ten thousand portfolios again. */
type Memory = { profiles: ProfileMemory; words: WordMemory };

const memories = new WeakMap<Database, Memory>();

function memoryOf(database: Database): Memory {
  const memory = memories.get(database) ?? { profiles: new Map(), words: openWordMemory() };
  memories.set(database, memory);
  return memory;
}

/**
 * Brings the lists up to date with what changed since the last time. One at a time; stopped at whatever moment, all of it is
 * done or nothing, and then it still waits.
 */
export async function matchChanged(database: Database, now: Instant): Promise<void> {
  await oneAtATime(database, async (tx, memory) => {
    const todo = await waiting(tx);
    if (todo.marks.length === 0) return;
    const known = await tx.matchProfile.count();
    if (todo.portfolios.length > mostAtOnce || todo.portfolios.length > known) await renewAll(tx, memory, now);
    else await renewSome(tx, memory, todo.portfolios, now);
    await takeAway(tx, todo);
  });
}

/** Makes all lists anew, and so does all that waits. */
export async function matchAll(database: Database, now: Instant): Promise<void> {
  await oneAtATime(database, async (tx, memory) => {
    const todo = await waiting(tx);
    await renewAll(tx, memory, now);
    await takeAway(tx, todo);
  });
}

async function oneAtATime(database: Database, work: (tx: Transaction, memory: Memory) => Promise<void>): Promise<void> {
  await inTransaction(
    { database },
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('matching'))`;
      await work(tx, memoryOf(database));
      return accepted();
    },
    { patience },
  );
}

async function renewSome(tx: Transaction, memory: Memory, ids: readonly string[], now: Instant): Promise<void> {
  const here = await renewProfiles(tx, ids, now);
  const gone = ids.filter((id) => !here.includes(id));
  const holderIds = await holdersOf(tx, ids);
  const dropped = gone.length === 0 ? [] : await removeEverywhere(tx, gone);

  const { profiles, floors } = await loadProfiles(tx, memory.profiles);
  const corpus = await breathing(makingCorpus(profiles, await loadMiddles(tx), memory.words));
  const placesOf = (some: readonly string[]) => new Set(some.flatMap((id) => corpus.places.get(id) ?? []));
  const { rewritten, entered } = listChanges(corpus, placesOf(here), {
    floors: corpus.profiles.map(({ id }) => floors.get(id) ?? null),
    holders: placesOf(holderIds),
  });
  const idOf = (place: number) => corpus.profiles[place]?.id ?? '';
  dropped.push(...(await emptyLists(tx, [...rewritten.keys()].map(idOf))));
  const rows = [
    ...[...rewritten].flatMap(([list, lines]) => lines.map((line) => suggestionOf(corpus, list, line))),
    ...entered.map(({ list, ...line }) => suggestionOf(corpus, list, { ...line, place: 'ranked' })),
  ];
  await addSuggestions(tx, rows, now);
  const touched = new Set([...rewritten.keys(), ...entered.map(({ list }) => list)]);
  dropped.push(...(await trimLists(tx, [...touched].map(idOf))));
  const ranked = [...new Set(rows.map(({ other }) => other))];
  dropped.push(...(await removeFair(tx, here, ranked)));
  await placeUnseen(tx, corpus, await unseenOf(tx, [...new Set([...here, ...dropped])]), now);
}

/** Who stands in no list gets a fair place with who fits best. */
async function placeUnseen(tx: Transaction, corpus: Corpus, unseen: readonly string[], now: Instant): Promise<void> {
  if (unseen.length === 0) return;
  const taken = await fairGuests(tx);
  const guests = Int32Array.from(corpus.profiles, ({ id }) => taken.get(id) ?? 0);
  const desk = makeDesk(corpus);
  const rows = unseen.flatMap((id) => {
    const place = corpus.places.get(id);
    if (place === undefined) return [];
    const fits = fitsOf(corpus, place, desk);
    const host = fairHost(corpus, place, fits, guests);
    if (host === null) return [];
    const score = scoreIn(corpus, fits[host] ?? 0, place);
    return [suggestionOf(corpus, host, { other: place, score, place: 'fair' })];
  });
  await addSuggestions(tx, rows, now);
}

async function renewAll(tx: Transaction, memory: Memory, now: Instant): Promise<void> {
  await renewProfiles(tx, null, now);
  const { profiles } = await loadProfiles(tx, memory.profiles);
  const bare = await breathing(makingCorpus(profiles, await loadMiddles(tx), memory.words));
  const { lists, listed } = await breathing(makeAllLists(bare));
  const corpus = withListed(bare, listed);
  await tx.$executeRaw`delete from match_suggestion`;
  const step = 100;
  for (let first = 0; first < lists.length; first += step) {
    const some = lists.slice(first, first + step);
    const rows = some.flatMap((list, nth) => list.map((line) => suggestionOf(corpus, first + nth, line)));
    await addSuggestions(tx, rows, now);
  }
  const ids = corpus.profiles.map(({ id }) => id);
  await tx.$executeRaw`
    update match_profile m set listed = n.listed
      from unnest(${ids}::uuid[], ${[...listed]}::int[]) as n (id, listed)
      where m.portfolio_id = n.id and m.listed <> n.listed`;
  await trimLists(tx, ids);
}

/** Runs to the end, letting others in between. */
async function breathing<Made>(making: Generator<void, Made>): Promise<Made> {
  let since = performance.now();
  for (;;) {
    const step = making.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < breath) continue;
    await new Promise((resume) => setImmediate(resume));
    since = performance.now();
  }
}

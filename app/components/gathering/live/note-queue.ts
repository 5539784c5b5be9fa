import type { NoteKind } from '#app/modules/gatherings/wall.ts';

/** Why a note is not on the wall. wait: the server asked to wait a moment; it goes by itself. */
export type NoteProblem = 'wall-closed' | 'no-seat' | 'not-right' | 'too-many-notes' | 'refused';

/** A note that was written on this phone and is not on the wall yet. */
export type WaitingNote = {
  id: string;
  kind: NoteKind;
  text: string;
  byline: string;
  /** Where it goes at once; empty: in no pile. Only for who helps. */
  pileId: string;
  /** Typed over from paper by who helps. */
  isPaper: boolean;
  /** When it was written, by the clock of the phone. */
  at: number;
  problem: NoteProblem | null;
};

/** What was not sent within two days is of an evening that is over. */
const keptFor = 48 * 60 * 60 * 1000;

const placeOf = (gatheringId: string) => `briefje:${gatheringId}:`;

/** Each note has a place of its own on the phone, so that two open pages do not write over each other's. */
export function readNotes(gatheringId: string): WaitingNote[] {
  try {
    const places = Object.keys(localStorage).filter((key) => key.startsWith(placeOf(gatheringId)));
    const notes = places.map((key) => JSON.parse(localStorage.getItem(key) ?? 'null') as WaitingNote | null);
    for (const [n, key] of places.entries())
      if (Date.now() - (notes[n]?.at ?? 0) > keptFor) localStorage.removeItem(key);
    return notes
      .filter((note) => note !== null)
      .filter(({ at }) => Date.now() - at <= keptFor)
      .sort((one, other) => one.at - other.at);
  } catch {
    return [];
  }
}

export function keepNote(gatheringId: string, note: WaitingNote): void {
  try {
    localStorage.setItem(placeOf(gatheringId) + note.id, JSON.stringify(note));
  } catch {
    // without room on the phone the note stays in the page, which stays open
  }
}

export function dropNote(gatheringId: string, id: string): void {
  try {
    localStorage.removeItem(placeOf(gatheringId) + id);
  } catch {
    // as above
  }
}

/** sent: it is there (also when it was there already). later: no network or no server. else: why not. */
export type Sent = 'sent' | 'later' | NoteProblem;

/** Sends one note. Sending it twice does no harm: its id was made here. */
export async function sendNote(endpoint: string, { id, kind, text, byline, pileId, isPaper }: WaitingNote): Promise<Sent> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      body: new URLSearchParams({ id, kind, text, byline, pileId, papier: isPaper ? '1' : '' }),
    });
    if (response.ok && !response.redirected) return 'sent';
    if (response.status >= 500 || response.redirected) return 'later';
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json') === true;
    const { refused } = isJson ? ((await response.json()) as { refused: string }) : { refused: '' };
    // the limit of everybody behind this network: nothing is wrong with the note
    if (response.status === 429) return refused === 'too-many-notes' ? 'too-many-notes' : 'later';
    return refused === 'wall-closed' || refused === 'no-seat' || refused === 'not-right' ? refused : 'refused';
  } catch {
    return 'later';
  }
}

/** Takes a note off the wall. @returns whether it is gone */
export async function withdrawNote(endpoint: string, id: string): Promise<boolean> {
  try {
    const body = new URLSearchParams({ intent: 'withdraw', id });
    const response = await fetch(endpoint, { method: 'POST', body });
    return response.ok && !response.redirected;
  } catch {
    return false;
  }
}

import { eventText, type LiveChange } from './change.ts';

type Entry = { change: LiveChange; text: string };

/**
 * The last changes of one gathering as they were sent, so that who was away for a moment costs the database nothing. What a note said
 * is kept in its last change only: who catches up never gets words that were hidden or withdrawn since.
 */
export class Memory {
  readonly #most: number;
  #entries: Entry[] = [];
  readonly #lastOfNote = new Map<string, Entry>();

  /** @param most changes that are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** @param changes in order, following on what is here. @returns their events, as one text */
  add(changes: readonly LiveChange[]): string {
    const added = changes.map((change) => {
      const entry = { change, text: eventText(change) };
      if (change.note !== undefined && change.id !== undefined) this.#tells(change.id, entry);
      return entry;
    });
    this.#entries.push(...added);
    for (const { change } of this.#entries.splice(0, Math.max(0, this.#entries.length - this.#most))) {
      const { id } = change;
      if (id !== undefined && this.#lastOfNote.get(id)?.change === change) this.#lastOfNote.delete(id);
    }
    return added.map(({ text }) => text).join('');
  }

  #tells(id: string, entry: Entry): void {
    const before = this.#lastOfNote.get(id);
    if (before !== undefined) {
      const { number, kind } = before.change;
      before.change = { number, kind, id };
      before.text = eventText(before.change);
    }
    this.#lastOfNote.set(id, entry);
  }

  /** @returns the events after a number, or null when some of them are not here any more */
  after(number: number): string | null {
    const first = this.#entries[0];
    if (first === undefined || first.change.number > number + 1) return null;
    return this.#entries
      .filter(({ change }) => change.number > number)
      .map(({ text }) => text)
      .join('');
  }
}

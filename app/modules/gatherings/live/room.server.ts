import type { Database } from '#app/platform/database.server.ts';
import { changesAfter, liveNumber, mostChanges } from '../queries/live.query.server.ts';
import { eventText, type LiveChange } from './change.ts';
import { Memory } from './memory.ts';

/** What becomes of a screen: stays; its evening is over; or whoever looks may not look any more. */
export type Standing = 'stay' | 'over' | 'leave';

/** One screen that follows. */
export type LiveClient = {
  /** Who it is of, for the limit of screens. */
  seat: string;
  write(bytes: Uint8Array): void;
  /** Bytes that were written and did not leave yet. */
  waiting(): number;
  /** Ends it after what was written. */
  end(): void;
  /** Breaks it off. */
  cut(): void;
  /** Asks again what it may. */
  check(): Promise<Standing>;
};

/** Milliseconds between two sendings: what changes meanwhile is read once and goes together. */
const pause = 120;
/** Changes in memory: an hour of a busy wall. */
const remembered = 2000;
/** Bytes that may wait for one screen before it is cut; it comes back and catches up. */
const mostWaiting = 512 * 1024;
/** While somebody catches up from far, more is read when less than this waits. */
const fewWaiting = 64 * 1024;

const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(text);
const beat = bytesOf('event: beat\ndata: 0\n\n');
const named = (event: string, number: number) => bytesOf(`event: ${event}\nid: ${number}\ndata: ${number}\n\n`);

/** Everybody who follows one gathering: what changed is read once, put in words once and written to each. */
export class Room {
  readonly #database: Database;
  readonly #gatheringId: string;
  readonly #failed: (error: unknown) => void;
  /** By screen: the number up to which it was told. */
  readonly #told = new Map<LiveClient, number>();
  readonly #memory = new Memory(remembered);
  readonly #started: Promise<void>;
  #last = 0;
  #timer: NodeJS.Timeout | null = null;
  #reading: Promise<void> | null = null;
  #isAsked = false;
  #checking: Promise<void> | null = null;
  #isCheckAsked = false;
  #sentAt = 0;

  constructor(database: Database, gatheringId: string, failed: (error: unknown) => void) {
    this.#database = database;
    this.#gatheringId = gatheringId;
    this.#failed = failed;
    this.#started = this.#start();
    this.#started.catch(failed);
  }

  get size(): number {
    return this.#told.size;
  }

  get clients(): LiveClient[] {
    return [...this.#told.keys()];
  }

  async #start(): Promise<void> {
    const number = await liveNumber(this.#database, this.#gatheringId);
    this.#last = Math.max(0, number - mostChanges);
    // those who come back together after a restart were away for a moment: they are served from here
    const changes = await changesAfter(this.#database, this.#gatheringId, this.#last);
    this.#remember(changes);
  }

  #remember(changes: readonly LiveChange[]): Uint8Array {
    const bytes = bytesOf(this.#memory.add(changes));
    this.#last = changes.at(-1)?.number ?? this.#last;
    return bytes;
  }

  /** @param since the number up to which the screen knows everything @throws Error when the database cannot be read */
  async join(client: LiveClient, since: number): Promise<void> {
    this.#told.set(client, -1);
    await this.#started;
    // the page knows what we did not read yet; a reading under way may have begun before it happened
    for (let turn = 0; turn < 2 && since > this.#last; turn += 1) await this.#read();
    if (!this.#told.has(client)) return;
    if (since > this.#last) {
      // it knows more than happened: what it shows is of another database
      this.#write(client, named('reset', this.#last));
      this.#told.set(client, this.#last);
    } else {
      this.#told.set(client, since);
      await this.#bringUp(client);
    }
    if (this.#told.has(client)) this.#write(client, named('synced', this.#last));
  }

  leave(client: LiveClient): void {
    this.#told.delete(client);
  }

  async #bringUp(client: LiveClient): Promise<void> {
    for (;;) {
      const told = this.#told.get(client);
      if (told === undefined || told === this.#last) return;
      const text = this.#memory.after(told);
      if (text !== null) {
        this.#write(client, bytesOf(text));
        this.#told.set(client, this.#last);
        return;
      }
      const changes = await changesAfter(this.#database, this.#gatheringId, told);
      // what came meanwhile goes to everybody at once
      const page = changes.filter(({ number }) => number <= this.#last);
      if (this.#told.get(client) !== told) continue;
      this.#write(client, bytesOf(page.map(eventText).join('')));
      this.#told.set(client, page.at(-1)?.number ?? this.#last);
      for (let turn = 0; turn < 200 && client.waiting() > fewWaiting; turn += 1)
        await new Promise((resume) => setTimeout(resume, 50));
    }
  }

  /** The database told that there is a change. */
  hear(number: number): void {
    if (number <= this.#last && this.#reading === null) return;
    this.look();
  }

  /** Looks for changes, soon. */
  look(): void {
    if (this.#reading !== null) {
      this.#isAsked = true;
      return;
    }
    if (this.#timer !== null) return;
    const wait = Math.max(0, this.#sentAt + pause - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#read().catch(this.#failed);
    }, wait);
    this.#timer.unref();
  }

  /** Reads what is new; who asks while it is being read waits for that. */
  async #read(): Promise<void> {
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = null;
      this.#sentAt = performance.now();
      // told while we read
      if (this.#isAsked) this.look();
    });
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    this.#isAsked = false;
    await this.#started;
    for (;;) {
      const changes = await changesAfter(this.#database, this.#gatheringId, this.#last);
      if (changes.length > 0) this.#send(changes);
      if (changes.length < mostChanges) break;
    }
  }

  #send(changes: readonly LiveChange[]): void {
    const before = this.#last;
    const bytes = this.#remember(changes);
    for (const [client, told] of this.#told) {
      if (told !== before) continue;
      this.#told.set(client, this.#last);
      this.#write(client, bytes);
    }
    if (changes.some(({ kind }) => kind === 'gathering')) this.checkAll().catch(this.#failed);
  }

  #write(client: LiveClient, bytes: Uint8Array): void {
    client.write(bytes);
    if (client.waiting() <= mostWaiting) return;
    this.leave(client);
    client.cut();
  }

  /** A sign of life, so that no proxy takes the silence for an end, and a look at what a deaf connection missed. */
  beat(): void {
    for (const client of this.#told.keys()) this.#write(client, beat);
    this.look();
  }

  /**
   * Sends away who may not look any more. One screen after the other, so that it asks little of the database at once; asked
   * meanwhile, it begins anew when it is done.
   */
  async checkAll(): Promise<void> {
    this.#isCheckAsked = true;
    this.#checking ??= this.#checkEach().finally(() => {
      this.#checking = null;
    });
    return this.#checking;
  }

  async #checkEach(): Promise<void> {
    while (this.#isCheckAsked) {
      this.#isCheckAsked = false;
      for (const client of this.clients) await this.#check(client);
    }
  }

  /** Of one of whom it cannot be asked now it is asked again later; the others do not wait for it. */
  async #check(client: LiveClient): Promise<void> {
    try {
      const standing = await client.check();
      if (standing === 'stay' || !this.#told.has(client)) return;
      this.#write(client, named(standing, this.#last));
      this.leave(client);
      client.end();
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Ends everybody's; they come back when there is a server again. */
  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const client of this.clients) {
      this.leave(client);
      client.end();
    }
  }
}

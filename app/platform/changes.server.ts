import { randomUUID } from 'node:crypto';
import type { Listener } from './listener.server.ts';

/** Which tables changed, as the database tells it (`told_change`), for what is remembered outside the database. */
export type Changes = {
  /** Goes up with each change that was heard; what is read after asking for it holds at least those. */
  moment(): number;
  /** Whether one of these tables changed after that moment, or may have while nobody heard it. */
  changedSince(moment: number, tables: Iterable<string>): boolean;
  /**
   * Whether everything that was committed up to half a second ago was heard, as far as can be said without asking; asks beforehand
   * when that will soon be too long ago.
   */
  isCertain(): boolean;
  /** Whether everything that was committed before the call was heard; false where the database does not say so in time, or did not before. */
  catchUp(): Promise<boolean>;
  /** Something may have been committed just now that must not be missed: nothing is certain until it was asked again. */
  doubt(): void;
};

const channel = 'changed';
/** Milliseconds that an answer counts. With `patience`, nothing is believed for longer than a second. */
const countsFor = 500;
const askAgainAfter = 200;
/** Milliseconds to wait for an answer. */
const patience = 450;

/** Messages that we send ourselves: PostgreSQL tells in the order of commits, so who hears one heard everything before it. */
const mark = '=';
/** Told when tables themselves changed (`scripts/migrate.ts`), or by hand after something that no trigger saw. */
const everything = '*';

export function openChanges(listener: Listener): Changes {
  const own = `${mark}${randomUUID()}:`;
  let heard = 0;
  let lostAt = 0;
  let isHearing = false;
  let certainUntil = 0;
  let doubts = 0;
  let asked = 0;
  /** The last question had no answer in time. */
  let isSilent = false;
  let asking: { doubts: number; answer: Promise<boolean> } | null = null;
  const changedAt = new Map<string, number>();
  const waiting = new Map<string, () => void>();

  const lose = () => {
    isHearing = false;
    certainUntil = 0;
    heard += 1;
    lostAt = heard;
    changedAt.clear();
  };

  const startAnew = () => {
    lose();
    isHearing = true;
    isSilent = false;
  };

  async function ask(): Promise<boolean> {
    if (!isHearing) return false;
    const sentAt = performance.now();
    const doubtsBefore = doubts;
    asked += 1;
    const question = `${own}${String(asked)}`;
    let timer: NodeJS.Timeout | undefined;
    const answered = await new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, patience, false);
      waiting.set(question, () => {
        resolve(true);
      });
      listener.tell(channel, question).catch(() => {
        resolve(false);
      });
    });
    clearTimeout(timer);
    waiting.delete(question);
    isSilent = !answered;
    const isKnown = answered && isHearing;
    if (isKnown && doubts === doubtsBefore) certainUntil = Math.max(certainUntil, sentAt + countsFor);
    return isKnown;
  }

  /** One question at a time, for everybody who may go by its answer. */
  async function askTogether(): Promise<boolean> {
    if (asking?.doubts === doubts) return asking.answer;
    const mine = { doubts, answer: ask() };
    asking = mine;
    const known = await mine.answer;
    if (asking === mine) asking = null;
    return known;
  }

  listener.listen(channel, {
    onMessage(payload) {
      if (payload.startsWith(mark)) {
        waiting.get(payload)?.();
        return;
      }
      if (payload === everything) {
        startAnew();
        return;
      }
      heard += 1;
      changedAt.set(payload, heard);
    },
    onReady: startAnew,
    onLost: lose,
    onClose: lose,
  });

  return {
    moment: () => heard,
    changedSince(moment, tables) {
      if (moment < lostAt) return true;
      if (moment === heard) return false;
      for (const table of tables) if ((changedAt.get(table) ?? 0) > moment) return true;
      return false;
    },
    isCertain() {
      const left = certainUntil - performance.now();
      if (left <= 0) return false;
      if (left < countsFor - askAgainAfter) void askTogether();
      return true;
    },
    async catchUp() {
      const answer = askTogether();
      // where nothing is ever heard (a pooler that hands connections on after each transaction) not every visitor waits for that
      return isSilent ? false : answer;
    },
    doubt() {
      doubts += 1;
      certainUntil = 0;
    },
  };
}

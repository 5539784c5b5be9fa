import type { LiveChange } from '#app/modules/gatherings/live/change.ts';

/** connecting: first time. live: hears everything. catching: connected, and behind. away: no network or server. over, left: ended. */
export type LiveState = 'connecting' | 'live' | 'catching' | 'away' | 'over' | 'left';

type Hears = { isScreen: boolean; onChange: (change: LiveChange) => void; onState: (state: LiveState) => void };

const shortestPause = 500;
const longestPause = 15_000;
/** Without a sign of life for so long (a beat comes every 15 s) the line is dead, whatever the browser thinks. */
const silence = 40_000;
/** A page that nobody looks at keeps its line this long: browsers allow few at a time. */
const unseen = 60_000;
const pollEvery = 4000;
/** So long a broken line may be looked into before the page says that the connection is away. */
const doubt = 1500;
/** So often it may fail before it ever worked; then something between here and the server holds streams back. */
const triesBeforePolling = 3;

/** One line to the server, made again whenever it breaks. */
export class LiveLine {
  readonly #url: string;
  readonly #hears: Hears;
  #number: number;
  #source: EventSource | null = null;
  #timer: number | undefined;
  #watch: number | undefined;
  #hidden: number | undefined;
  #tries = 0;
  #hasWorked = false;
  #isPolling = false;
  #isStopped = false;

  /** @param since number up to which everything is known */
  constructor(url: string, since: number, hears: Hears) {
    this.#url = url;
    this.#number = since;
    this.#hears = hears;
  }

  start(): void {
    window.addEventListener('online', this.#again);
    window.addEventListener('offline', this.#onOffline);
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#connect();
  }

  stop(): void {
    this.#isStopped = true;
    window.removeEventListener('online', this.#again);
    window.removeEventListener('offline', this.#onOffline);
    document.removeEventListener('visibilitychange', this.#onVisibility);
    clearTimeout(this.#hidden);
    this.#drop();
  }

  #drop(): void {
    this.#source?.close();
    this.#source = null;
    clearTimeout(this.#timer);
    clearTimeout(this.#watch);
    this.#timer = undefined;
  }

  /** Now, without waiting: the network is back, or somebody looks again. */
  readonly #again = () => {
    if (this.#isStopped || this.#source?.readyState === 1) return;
    this.#tries = 0;
    this.#connect();
  };

  readonly #onOffline = () => {
    this.#hears.onState('away');
  };

  readonly #onVisibility = () => {
    clearTimeout(this.#hidden);
    if (document.visibilityState === 'visible') {
      // a phone that slept may hold a line that is long dead
      if (this.#source === null || this.#isSilent()) this.#again();
      return;
    }
    if (this.#hears.isScreen) return;
    this.#hidden = window.setTimeout(() => {
      this.#drop();
    }, unseen);
  };

  #heardAt = Date.now();
  readonly #isSilent = () => Date.now() - this.#heardAt > silence;

  #query(more: Record<string, string> = {}): string {
    const asked = { na: String(this.#number), ...(this.#hears.isScreen ? { scherm: '' } : {}), ...more };
    return `${this.#url}?${new URLSearchParams(asked).toString()}`;
  }

  #connect(): void {
    this.#drop();
    if (this.#isStopped) return;
    if (this.#isPolling || typeof EventSource === 'undefined') {
      void this.#poll();
      return;
    }
    const source = new EventSource(this.#query());
    this.#source = source;
    this.#heardAt = Date.now();
    this.#listenForSilence();
    source.onopen = () => {
      this.#hears.onState(this.#hasWorked ? 'catching' : 'connecting');
      this.#heardAt = Date.now();
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      this.#heardAt = Date.now();
      this.#take(JSON.parse(data) as LiveChange);
    };
    source.addEventListener('synced', () => {
      this.#heardAt = Date.now();
      this.#hasWorked = true;
      this.#tries = 0;
      this.#hears.onState('live');
    });
    source.addEventListener('beat', () => {
      this.#heardAt = Date.now();
    });
    source.addEventListener('reset', () => {
      window.location.reload();
    });
    source.addEventListener('over', () => {
      this.#end('over');
    });
    source.addEventListener('leave', () => {
      this.#end('left');
    });
    // the browser comes back by itself after some mistakes and not after others; we do after all
    source.onerror = () => {
      this.#drop();
      void this.#broke();
    };
  }

  #end(state: 'over' | 'left'): void {
    this.stop();
    this.#hears.onState(state);
  }

  #listenForSilence(): void {
    this.#watch = window.setTimeout(() => {
      if (this.#isSilent()) this.#connect();
      else this.#listenForSilence();
    }, silence / 4);
  }

  async #broke(): Promise<void> {
    this.#tries += 1;
    // a line that the server ends when the gathering closes is no broken network, so that is said only when asking takes long or fails
    const late = window.setTimeout(() => {
      this.#hears.onState('away');
    }, doubt);
    // what was wrong an EventSource does not tell: one question as JSON does, and brings what was missed
    const asked = await this.#ask();
    clearTimeout(late);
    if (this.#isStopped || this.#source !== null || this.#timer !== undefined) return;
    if (asked === 'over' || asked === 'left') {
      this.#end(asked);
      return;
    }
    this.#hears.onState(asked === 'well' && this.#hasWorked ? 'catching' : 'away');
    if (asked === 'well' && !this.#hasWorked && this.#tries >= triesBeforePolling) this.#isPolling = true;
    const pause = Math.min(longestPause, shortestPause * 2 ** (this.#tries - 1));
    // not everybody in the room at the same instant
    this.#wait(pause * (0.5 + Math.random()));
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#connect();
    }, ms);
  }

  async #poll(): Promise<void> {
    const asked = await this.#ask();
    if (this.#isStopped) return;
    if (asked === 'over' || asked === 'left') this.#end(asked);
    else {
      this.#hears.onState(asked === 'well' ? 'live' : 'away');
      this.#wait(pollEvery * (0.75 + Math.random() / 2));
    }
  }

  /** Asks once for what changed. */
  async #ask(): Promise<'well' | 'over' | 'left' | 'away'> {
    try {
      for (;;) {
        const answer = await fetch(this.#query({ vorm: 'json' }), { headers: { Accept: 'application/json' } });
        if (answer.status === 403 || answer.status === 404) return 'left';
        if (!answer.ok) return 'away';
        const { changes, more, over } = (await answer.json()) as {
          changes: LiveChange[];
          more: boolean;
          over: boolean;
        };
        for (const change of changes) this.#take(change);
        if (over) return 'over';
        if (!more) return 'well';
      }
    } catch {
      return 'away';
    }
  }

  #take(change: LiveChange): void {
    // what comes twice, by the line and by asking, counts once
    if (this.#isStopped || change.number <= this.#number) return;
    this.#number = change.number;
    this.#hears.onChange(change);
  }
}

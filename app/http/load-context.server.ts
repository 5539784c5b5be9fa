import type { Searching } from '#app/modules/search/searching.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import type { Remember } from '#app/platform/remember.server.ts';

/** The connection that an answer goes over, for answers that go on. */
export type Connection = {
  /** Bytes that were written and did not leave yet. */
  waiting(): number;
  /** Breaks it off, with what still waits. */
  cut(): void;
};

declare module '@remix-run/node' {
  /** What the server hands to every loader and action. */
  interface AppLoadContext {
    platform: Platform;
    search: Searching;
    remember: Remember;
    /**
     * Number of this page's scripts; the content security policy lets no others run. None where the page is kept for others too: that
     * names scripts by what they hold.
     */
    nonce: string | undefined;
    requestId: string;
    /** Network address of who asks, for limits; never stored as it is. */
    clientAddress: string;
    connection: Connection;
    /**
     * Takes a page that is whole, instead of a body of its answer: a body is a stream, which breaks a page into pieces and copies it
     * several times. Without this it is a body.
     */
    sendWhole?: (page: string) => void;
  }

  interface Future {
    v3_singleFetch: true;
  }
}

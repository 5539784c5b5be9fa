import type { Connection } from './load-context.server.ts';

/** An answer that goes on. */
export type Stream = {
  write(bytes: Uint8Array): void;
  waiting(): number;
  end(): void;
  cut(): void;
};

/**
 * Server-sent events. `no-transform` keeps them from being compressed, which would hold each back until a block is full.
 * @param begin is called when the answer begins @returns of it: called once, when the other side is gone or it was ended
 */
export function eventStream(
  { request, connection }: { request: Request; connection: Connection },
  begin: (stream: Stream) => () => void,
): Response {
  let finish: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let isOver = false;
      let onGone: (() => void) | null = null;
      finish = () => {
        if (isOver) return;
        isOver = true;
        onGone?.();
        controller.close();
      };
      request.signal.addEventListener('abort', finish);
      onGone = begin({
        write: (bytes) => {
          if (!isOver) controller.enqueue(bytes);
        },
        waiting: () => connection.waiting(),
        end: finish,
        cut: () => {
          finish();
          connection.cut();
        },
      });
      if (request.signal.aborted) finish();
    },
    cancel() {
      finish();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // nginx would collect them first
      'X-Accel-Buffering': 'no',
    },
  });
}

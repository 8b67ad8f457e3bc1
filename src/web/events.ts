import type { Handler } from 'hono';
import { streamSSE } from 'hono/streaming';
import { say } from '../../words/say.ts';
import type { Site } from './app.ts';
import { refuse } from './problem.ts';
import type { Reception } from './who.ts';

/** Proxies and sleeping laptops drop lines that say nothing. */
const HEARTBEAT_MS = 20_000;
const MOST_PAGES = 200;

/** New and changed messages, as they happen. A page that lost the line loads its channel again when it is back. */
export function eventRoute({ board, progress, closing }: Site, reception: Reception): Handler {
  let pages = 0;
  return (context) => {
    const person = reception.identify(context);
    if (!person) return refuse(context, say`Sign in first.`, 401);
    if (pages >= MOST_PAGES) return refuse(context, say`Too many pages are open.`, 503);
    pages++;
    return streamSSE(context, async (stream) => {
      const waiting: { readonly event: string; readonly data: string }[] = [];
      let wake = () => {};
      const push = (event: string, content: object) => {
        waiting.push({ event, data: JSON.stringify(content) });
        wake();
      };
      const deafen = [
        board.listen(({ kind, message }) => push(kind, message)),
        progress.listen(person, (each) => push('progress', each)),
      ];
      const stop = () => wake();
      stream.onAbort(stop);
      closing.addEventListener('abort', stop);
      try {
        await stream.writeSSE({ event: 'hello', data: '{}' });
        while (!stream.aborted && !closing.aborted && reception.identify(context)) {
          for (let event = waiting.shift(); event; event = waiting.shift()) {
            await stream.writeSSE(event);
          }
          if (await silence((woken) => (wake = woken))) await stream.writeSSE({ event: 'beat', data: '{}' });
        }
      } finally {
        pages--;
        for (const stop of deafen) stop();
        closing.removeEventListener('abort', stop);
      }
    });
  };
}

/** True after a while in which nobody called `woken`. */
function silence(expect: (woken: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), HEARTBEAT_MS);
    expect(() => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

import type { PostedMessage } from '../ports.ts';
import type { Desk } from './desk.ts';
import type { Store } from './store.ts';

const TRY_AGAIN_MS = 3000;

/** Listens for messages. After a break everything is loaded again: what was posted meanwhile is not missed. */
export function listen(store: Store, desk: Desk): void {
  const source = new EventSource('/events');
  const message = (event: MessageEvent<string>) => JSON.parse(event.data) as PostedMessage;
  source.addEventListener('posted', (event) => desk.receive(message(event), true));
  source.addEventListener('changed', (event) => desk.receive(message(event), false));
  source.addEventListener('hello', () => {
    if (store.get().line === 'live') return;
    store.set({ line: 'live' });
    desk.reload().catch(() => store.set({ line: 'lost' }));
  });
  source.addEventListener('error', () => {
    store.set({ line: 'lost' });
    // A browser tries again by itself unless the server said no: then we do, after asking who we are.
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => {
      desk.reload().then(
        () => listen(store, desk),
        () => listen(store, desk),
      );
    }, TRY_AGAIN_MS);
  });
}

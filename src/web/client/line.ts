import type { PostedMessage } from '../ports.ts';
import { api } from './api.ts';
import type { Desk } from './desk.ts';
import type { Store } from './store.ts';

const TRY_AGAIN_MS = 3000;

/** Listens for messages, as the person one is at the moment. */
export function listen(store: Store, desk: Desk): void {
  let source = connect(store, desk);
  let listener = store.get().person.user;
  const again = () => {
    source.close();
    source = connect(store, desk);
  };
  store.watch(({ person }) => {
    if (person.user === listener) return;
    listener = person.user;
    again();
  });
  // A browser tries again by itself, unless the server said no: then we do.
  setInterval(() => source.readyState === EventSource.CLOSED && again(), TRY_AGAIN_MS);
}

function connect(store: Store, desk: Desk): EventSource {
  const source = new EventSource('/events');
  const message = (event: MessageEvent<string>) => JSON.parse(event.data) as PostedMessage;
  source.addEventListener('posted', (event) => desk.receive(message(event), true));
  source.addEventListener('changed', (event) => desk.receive(message(event), false));
  source.addEventListener('progress', (event: MessageEvent<string>) => desk.hear(JSON.parse(event.data)));
  source.addEventListener('hello', () => {
    // What was posted before the line stood is not missed.
    desk.reload().then(
      () => store.set({ line: 'live' }),
      () => store.set({ line: 'lost' }),
    );
  });
  source.addEventListener('error', () => {
    store.set({ line: 'lost' });
    // Closed for good: the server is there and said no.
    if (source.readyState !== EventSource.CLOSED) return;
    api.session().then(
      ({ person }) => person || store.set({ line: 'out' }),
      () => {},
    );
  });
  return source;
}

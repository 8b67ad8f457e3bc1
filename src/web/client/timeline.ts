import type { PostedMessage } from '../ports.ts';
import type { Desk } from './desk.ts';
import { h } from './dom.ts';
import { postedView, turnView } from './message.ts';
import { PRIVATE, type State, type Store, type Turn } from './store.ts';
import { dayOf } from './times.ts';
import { welcomeView } from './welcome.ts';
import { say, told } from './words.ts';

/** Nearer than this to the end counts as reading the end. */
const NEAR_END_PX = 160;
const ABOVE_PX = 16;

type Entry = { readonly key: string; readonly at: number; readonly made: object; view(): HTMLElement };
type Drawn = { readonly made: object; readonly element: HTMLElement };

/** The messages of the open channel, oldest first. What has not changed is not drawn again: charts keep their place. */
export function timeline(store: Store, desk: Desk): HTMLElement {
  const list = h('div', { class: 'timeline', role: 'log', 'aria-label': told(say`Messages`), 'aria-live': 'polite' });
  const scroller = h('div', { class: 'scroller', tabindex: 0 }, list);
  let drawn = new Map<string, Drawn>();
  let place = '';
  let newest: string | undefined;
  /** What the eye should rest on while charts still push things about: the start of the newest message. */
  let anchor: HTMLElement | null = null;
  const settle = () => {
    if (anchor) scroller.scrollTop = anchor.offsetTop - ABOVE_PX;
  };
  const release = () => {
    anchor = null;
  };
  for (const hand of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
    scroller.addEventListener(hand, release, { passive: true });
  }

  store.watch((state) => {
    const here = `${state.person.user} ${state.open}`;
    const moved = here !== place;
    if (moved) drawn = new Map();
    place = here;
    const entries = entriesOf(state, desk);
    const reading = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
    const next = new Map<string, Drawn>();
    const elements: HTMLElement[] = [];
    let day = '';
    for (const entry of entries) {
      const known = drawn.get(entry.key);
      const kept = known?.made === entry.made ? known : { made: entry.made, element: entry.view() };
      next.set(entry.key, kept);
      const today = dayOf(entry.at, state.shop);
      if (today !== day) elements.push(dayView(today, drawn, next));
      day = today;
      elements.push(kept.element);
    }
    drawn = next;
    if (entries.length === 0) elements.push(welcomeView(state, desk));
    arrange(list, elements);
    const last = entries.at(-1)?.key;
    const mine = last !== undefined && state.turns.some(({ id }) => id === last);
    if (moved || (last !== newest && (reading || mine))) anchor = elements.at(-1) ?? null;
    newest = last;
    if (anchor && !anchor.isConnected) anchor = elements.at(-1) ?? null;
    settle();
  });
  new ResizeObserver(settle).observe(list);
  return scroller;
}

/** What stands in a thread follows the message above it, whenever it came. */
function entriesOf(state: State, desk: Desk): Entry[] {
  const messages = state.posted[state.open] ?? [];
  const isShown = (ref: string | null) => messages.some((each) => each.ref === ref);
  const entry = (message: PostedMessage, { postedAt }: PostedMessage): Entry => ({
    key: `posted ${message.ref}`,
    at: postedAt,
    made: message,
    view: () => postedView(message, state, desk),
  });
  const posted = messages
    .filter(({ thread }) => !isShown(thread))
    .flatMap((above) => [
      entry(above, above),
      ...messages.filter(({ thread }) => thread === above.ref).map((message) => entry(message, above)),
    ]);
  const turns = state.turns
    .filter(({ channel }) => state.open === PRIVATE || channel === state.open)
    .map((turn: Turn): Entry => ({ key: turn.id, at: turn.at, made: turn, view: () => turnView(turn, state, desk) }));
  return [...posted, ...turns].sort((a, b) => a.at - b.at);
}

function dayView(day: string, drawn: ReadonlyMap<string, Drawn>, next: Map<string, Drawn>): HTMLElement {
  const key = `day ${day}`;
  const kept = drawn.get(key) ?? { made: {}, element: h('p', { class: 'day' }, h('span', {}, day)) };
  next.set(key, kept);
  return kept.element;
}

/** Moves only what is not in its place: an element that is taken out and put back loses its focus. */
function arrange(list: HTMLElement, elements: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(elements);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  elements.forEach((element, i) => {
    if (list.children[i] !== element) list.insertBefore(element, list.children[i] ?? null);
  });
}

import { composer } from './composer.ts';
import type { Desk } from './desk.ts';
import { h, icon } from './dom.ts';
import { acceptDrops } from './dropping.ts';
import { icons } from './icons.ts';
import { sidebar } from './sidebar.ts';
import { PRIVATE, type Store } from './store.ts';
import { timeline } from './timeline.ts';
import { say, told } from './words.ts';

/** The whole page. */
export function workspace(store: Store, desk: Desk): HTMLElement {
  const page = h(
    'div',
    { class: 'workspace' },
    h('a', { class: 'skip', href: '#command-line' }, told(say`Skip to the command line`)),
    sidebar(store, desk),
    h('div', { class: 'curtain', onclick: () => store.set({ drawer: false }) }),
    h('main', { class: 'room' }, header(store), lostLine(store), timeline(store, desk), composer(store, desk)),
  );
  store.watch(({ drawer }) => page.classList.toggle('drawer-open', drawer));
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && store.get().drawer) store.set({ drawer: false });
  });
  // What came while nobody looked has been seen now.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) desk.open(store.get().open);
  });
  acceptDrops(page, desk);
  return page;
}

function header(store: Store): HTMLElement {
  const title = h('h1', {});
  const about = h('p', { class: 'quiet' });
  const menu = h(
    'button',
    {
      type: 'button',
      class: 'icon-button menu',
      'aria-label': told(say`Channels`),
      'aria-controls': 'sidebar',
      onclick: () => store.set({ drawer: !store.get().drawer }),
    },
    icon(icons.menu),
  );
  store.watch(({ open, channels, drawer, unread }) => {
    const channel = channels.find(({ id }) => id === open);
    title.textContent = open === PRIVATE ? 'Sextant' : `# ${channel?.name ?? open}`;
    about.textContent = open === PRIVATE ? told(say`Your private conversation`) : (channel?.about ?? '');
    menu.setAttribute('aria-expanded', String(drawer));
    menu.classList.toggle(
      'unread',
      Object.values(unread).some((count) => count > 0),
    );
  });
  return h('header', { class: 'room-header' }, menu, h('div', {}, title, about));
}

function lostLine(store: Store): HTMLElement {
  const notice = h('p', { class: 'lost', role: 'status', hidden: true });
  const lost = told(say`Sextant does not answer. Trying again…`);
  const out = told(say`Another shop is open here now. Sign in with your link, or load the page again.`);
  store.watch(({ line }) => {
    notice.hidden = line === 'live';
    notice.textContent = line === 'out' ? out : lost;
  });
  return notice;
}

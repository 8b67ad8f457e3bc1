import { languages } from '../../../words/tell.ts';
import type { Desk } from './desk.ts';
import { h, icon } from './dom.ts';
import { icons } from './icons.ts';
import { initials } from './message.ts';
import { PRIVATE, type State, type Store } from './store.ts';
import { say, told } from './words.ts';

/** Where one can be, and whom one acts as. */
export function sidebar(store: Store, desk: Desk): HTMLElement {
  const places = h('nav', { 'aria-label': told(say`Channels`) });
  const shopName = h('p', { class: 'shop' });
  const person = h('div', { class: 'acting' });
  let shown: readonly unknown[] = [];

  store.watch((state) => {
    const { shop, open, unread, channels, personas, person: self } = state;
    const now = [shop, open, unread, channels, personas, self];
    if (now.every((each, i) => each === shown[i])) return;
    shown = now;
    shopName.replaceChildren(
      shop?.name ?? told(say`No shop yet`),
      shop?.demo === true ? h('span', { class: 'badge' }, 'DEMO') : '',
    );
    places.replaceChildren(
      h('h2', {}, told(say`Channels`)),
      h('ul', {}, ...channels.map(({ id, name }) => h('li', {}, placeButton(id, `# ${name}`, state, desk)))),
      h('h2', {}, told(say`Private`)),
      h('ul', {}, h('li', {}, placeButton(PRIVATE, 'Sextant', state, desk))),
    );
    person.replaceChildren(...(personas.length > 0 ? personaChooser(state, desk) : signedIn(state, desk)));
    const total = Object.values(unread).reduce((sum, count) => sum + count, 0);
    document.title = `${total > 0 ? `(${total}) ` : ''}Sextant${shop ? ` · ${shop.name}` : ''}`;
  });
  return h(
    'aside',
    { class: 'sidebar', id: 'sidebar' },
    h(
      'div',
      { class: 'brand' },
      h('span', { class: 'mark' }, icon(icons.sextant)),
      h('div', {}, h('p', { class: 'brand-name' }, 'Sextant'), shopName),
    ),
    places,
    languageChooser(store, desk),
    person,
  );
}

function placeButton(id: string, name: string, { open, unread }: State, desk: Desk): HTMLElement {
  const count = unread[id] ?? 0;
  return h(
    'button',
    {
      type: 'button',
      class: `place${count > 0 ? ' unread' : ''}`,
      'aria-current': id === open ? 'page' : null,
      onclick: () => desk.open(id),
    },
    h('span', {}, name),
    count > 0 && h('span', { class: 'count' }, String(count), h('span', { class: 'unseen' }, ` ${told(say`unread`)}`)),
  );
}

/** Each language by its own name: whoever cannot read the page finds theirs. */
function languageChooser(store: Store, desk: Desk): HTMLElement {
  const select = h(
    'select',
    { id: 'language', 'aria-label': told(say`Language`) },
    ...Object.entries(languages).map(([code, name]) =>
      h('option', { value: code, lang: code, selected: code === store.get().language }, name),
    ),
  );
  select.addEventListener('change', () => {
    select.disabled = true;
    desk.speak(select.value).finally(() => location.reload());
  });
  return h('div', { class: 'language' }, icon(icons.globe), select);
}

function personaChooser({ personas, person }: State, desk: Desk): HTMLElement[] {
  const select = h(
    'select',
    { id: 'acting-as' },
    ...personas.map(({ user, name, role }) =>
      h('option', { value: user, selected: user === person.user }, `${name} · ${role}`),
    ),
  );
  select.addEventListener('change', () => {
    select.disabled = true;
    desk.actAs(select.value).catch(() => location.reload());
  });
  return [
    h('label', { for: 'acting-as' }, told(say`Acting as`)),
    h('div', { class: 'acting-row' }, face(person.name), select),
  ];
}

function signedIn({ person }: State, desk: Desk): HTMLElement[] {
  return [
    h('p', { class: 'acting-row' }, face(person.name), h('span', {}, `${person.name} · ${person.role}`)),
    h('button', { type: 'button', class: 'button plain small', onclick: () => desk.signOut() }, told(say`Sign out`)),
  ];
}

function face(name: string): HTMLElement {
  return h('span', { class: 'avatar person', 'aria-hidden': 'true' }, initials(name));
}

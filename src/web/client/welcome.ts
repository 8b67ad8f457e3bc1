import type { Desk } from './desk.ts';
import { h, icon } from './dom.ts';
import { icons } from './icons.ts';
import { PRIVATE, type State } from './store.ts';
import { say, told } from './words.ts';

/** What to try first, in this order. */
const TRIES = ['start', 'forecast', 'segment', 'campaign roi', 'budget plan', 'help'];
const MOST_EXAMPLES = 5;
/** What has an answer before there is a shop. */
const FIRST_STEPS = ['start', 'help'];

/** What stands where nothing has been said yet: what this place is for, and something to try. */
export function welcomeView({ open, channels, commands, shop }: State, desk: Desk): HTMLElement {
  const channel = channels.find(({ id }) => id === open);
  const examples = (shop === null ? FIRST_STEPS : TRIES)
    .flatMap((name) => commands.filter((each) => each.name === name && each.allowed))
    .slice(0, MOST_EXAMPLES);
  return h(
    'section',
    { class: 'welcome' },
    h('span', { class: 'mark large' }, icon(icons.sextant)),
    h('h2', {}, open === PRIVATE ? told(say`Ask Sextant`) : `#${channel?.name ?? open}`),
    h(
      'p',
      {},
      told(
        shop === null
          ? say`No orders yet. Drop a file of them here, or choose one with the arrow below: I show what I read in it before it comes in.`
          : open === PRIVATE
            ? say`Only you can read this. Ask about ${shop.name}:`
            : say`${channel?.about ?? ''}. Nothing here yet. Ask something:`,
      ),
    ),
    h(
      'ul',
      { class: 'examples' },
      ...examples.map(({ examples: [example], summary }) =>
        h(
          'li',
          {},
          h(
            'button',
            { type: 'button', class: 'example', onclick: () => desk.ask({ line: `/${example}` }) },
            h('code', {}, `/${example}`),
            h('span', { class: 'quiet' }, summary),
          ),
        ),
      ),
    ),
  );
}

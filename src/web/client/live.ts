import type { Ask } from '../../../commands/call.ts';
import { answersIn, withoutGaps } from './answers.ts';
import type { Desk } from './desk.ts';
import { h } from './dom.ts';
import { partView } from './parts.ts';
import { say, told } from './words.ts';

/** Asked once the hand rests. */
const REST_MS = 200;

/** What the answers so far lead to, told in the form as they change. */
export function liveWords(form: HTMLFormElement, live: Ask, desk: Desk): HTMLElement {
  const words = h(
    'div',
    { class: 'live-words', role: 'status', 'aria-live': 'polite' },
    h('p', { class: 'note' }, told(say`Change a number, and what it promises is shown here.`)),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  const look = async () => {
    const mine = ++latest;
    words.setAttribute('aria-busy', 'true');
    const answer = await desk
      .askAside({ name: live.name, input: { ...live.input, ...withoutGaps(answersIn(form)) } })
      .catch(() => null);
    if (mine !== latest) return;
    words.removeAttribute('aria-busy');
    if (!answer)
      return words.replaceChildren(h('p', { class: 'note' }, told(say`Sextant does not answer at the moment.`)));
    const refused = answer.outcome !== 'answered' && h('p', { class: 'words careful' }, `⚠ ${answer.title}`);
    words.replaceChildren(
      ...(refused ? [refused] : []),
      ...answer.parts.map((part) => partView(part, { ...answer, desk })),
    );
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, REST_MS);
  });
  return words;
}

import type { Action, Reply } from '../../../commands/reply.ts';
import { clip } from '../../text.ts';
import type { Desk } from './desk.ts';
import { askFirst } from './dialogs.ts';
import { h } from './dom.ts';

/** As much as the server keeps of what a button meant. */
const MOST_WORDS = 200;

/** The buttons of a message. A pressed one waits for its answer, so that nobody presses twice. */
export function actionRow({ title, actions = [] }: Reply, desk: Desk): HTMLElement {
  return h('div', { class: 'actions' }, ...actions.map((action) => button(action, title, desk)));
}

function button(action: Action, title: string, desk: Desk): HTMLElement {
  const { label, style, ask } = action;
  const press = async () => {
    const answers = await askFirst(action);
    if (answers === null) return;
    element.disabled = true;
    const filled = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
    await desk.ask({
      ask: { name: ask.name, input: { ...ask.input, ...filled } },
      words: clip(`${label} · ${title}`, MOST_WORDS),
    });
    element.disabled = false;
  };
  const element = h('button', { type: 'button', class: `button ${style}`, onclick: press }, label);
  return element;
}

import type { Action } from '../../../commands/reply.ts';
import type { Desk } from './desk.ts';
import { askFirst } from './dialogs.ts';
import { h } from './dom.ts';

/** The buttons of a message. A pressed one waits for its answer, so that nobody presses twice. */
export function actionRow(actions: readonly Action[], desk: Desk): HTMLElement {
  return h('div', { class: 'actions' }, ...actions.map((action) => button(action, desk)));
}

function button(action: Action, desk: Desk): HTMLElement {
  const { label, style, ask } = action;
  const press = async () => {
    const answers = await askFirst(action);
    if (answers === null) return;
    element.disabled = true;
    const filled = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
    await desk.ask({ ask: { name: ask.name, input: { ...ask.input, ...filled } }, words: label });
    element.disabled = false;
  };
  const element = h('button', { type: 'button', class: `button ${style}`, onclick: press }, label);
  return element;
}

import { clip } from '../../text.ts';
import type { Action, Rendered } from '../../told.ts';
import { withoutGaps } from './answers.ts';
import type { Desk } from './desk.ts';
import { askFirst } from './dialogs.ts';
import { h } from './dom.ts';

/** As much as the server keeps of what a button meant. */
const MOST_WORDS = 200;

/** The buttons of a message. A pressed one waits for its answer, so that nobody presses twice. */
export function actionRow({ title, actions = [] }: Pick<Rendered, 'title' | 'actions'>, desk: Desk): HTMLElement {
  return h('div', { class: 'actions' }, ...actions.map((action) => button(action, title, desk)));
}

function button(action: Action, title: string, desk: Desk): HTMLElement {
  const { label, style, ask } = action;
  const press = async () => {
    element.disabled = true;
    const answers = await askFirst(await opened(action, desk), desk);
    if (answers !== null) {
      const input = { ...ask.input, ...withoutGaps(answers) };
      await desk.ask({ ask: { name: ask.name, input }, words: clip(`${label} · ${title}`, MOST_WORDS) });
    }
    element.disabled = false;
  };
  const element = h('button', { type: 'button', class: `button ${style}`, onclick: press }, label);
  return element;
}

/** With the form that is made at the press. Where there is none, whoever pressed is told why by the answer itself. */
async function opened(action: Action, desk: Desk): Promise<Action> {
  if (!action.opens || action.form) return action;
  const answer = await desk.askAside(action.ask).catch(() => null);
  const form = answer?.outcome === 'answered' ? answer.actions?.[0]?.form : undefined;
  return form ? { ...action, form } : action;
}

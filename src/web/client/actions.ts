import { clip } from '../../text.ts';
import type { Action, Rendered } from '../../told.ts';
import { type Answers, withoutGaps } from './answers.ts';
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
    let shown: Action | null = await opened(action, desk);
    let problem: string | undefined;
    while (shown !== null) {
      const answers: Answers | null = await askFirst(shown, desk, problem);
      if (answers === null) break;
      const input = { ...ask.input, ...withoutGaps(answers) };
      const answer = await desk.ask({ ask: { name: ask.name, input }, words: clip(`${label} · ${title}`, MOST_WORDS) });
      // Nobody types a form twice because of one field: what was refused is open again as it was.
      problem = answer?.outcome === 'refused' && (answer.actions ?? []).length === 0 ? wordsOf(answer) : undefined;
      shown = problem !== undefined && shown.form ? filledIn(shown, answers) : null;
    }
    element.disabled = false;
  };
  const element = h('button', { type: 'button', class: `button ${style}`, onclick: press }, label);
  return element;
}

function filledIn(action: Action, answers: Answers): Action {
  const fields = action.form!.fields.map((field) => ({
    ...field,
    initial: answers[field.name] ?? field.initial ?? '',
  }));
  return { ...action, form: { ...action.form!, fields } };
}

/** What was wrong, in a line or two. */
function wordsOf({ title, parts }: Pick<Rendered, 'title' | 'parts'>): string {
  return [title, ...parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))].join('. ');
}

/** With the form that is made at the press. Where there is none, whoever pressed is told why by the answer itself. */
async function opened(action: Action, desk: Desk): Promise<Action> {
  if (!action.opens || action.form) return action;
  const answer = await desk.askAside(action.ask).catch(() => null);
  const form = answer?.outcome === 'answered' ? answer.actions?.[0]?.form : undefined;
  return form ? { ...action, form } : action;
}

import type { Action, Field } from '../../told.ts';
import { type Answers, answersIn } from './answers.ts';
import type { Desk } from './desk.ts';
import { h } from './dom.ts';
import { liveWords } from './live.ts';
import { say, told } from './words.ts';

/** Asks before an action is carried out: repeats it in words, and asks for what it needs. Null when the person thought better of it. */
export function askFirst(
  { label, style, confirm, form }: Action,
  desk: Desk,
  /** Why the answers were not taken the last time. */
  problem?: string,
): Promise<Answers | null> {
  if (confirm === undefined && !form) return Promise.resolve({});
  return new Promise((resolve) => {
    const cancel = h('button', { type: 'button', class: 'button' }, told(say`Cancel`));
    const go = h(
      'button',
      { type: 'submit', class: `button ${style === 'danger' ? 'danger' : 'primary'}` },
      form?.submit ?? label,
    );
    const fields = (form?.fields ?? []).map(fieldRow);
    const content = h(
      'form',
      { method: 'dialog' },
      h('h2', { id: 'dialog-title' }, form?.title ?? label),
      confirm !== undefined && h('p', { class: 'dialog-words' }, confirm),
      problem !== undefined && h('p', { class: 'problem', role: 'alert' }, problem),
      ...fields,
    );
    if (form?.live) content.append(liveWords(content, form.live, desk));
    content.append(h('div', { class: 'dialog-buttons' }, cancel, go));
    const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title' }, content);
    const close = (answers: Answers | null) => {
      resolve(answers);
      dialog.close();
    };
    cancel.addEventListener('click', () => close(null));
    content.addEventListener('submit', (event) => {
      event.preventDefault();
      close(answersIn(content));
    });
    dialog.addEventListener('close', () => {
      resolve(null);
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
    // What cannot be undone should not be one careless Enter away.
    if (fields.length === 0) (style === 'danger' ? cancel : go).focus();
  });
}

function fieldRow(field: Field): HTMLElement {
  const id = `field-${field.name}`;
  const input = control(field, id);
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, field.label, !field.required && h('span', { class: 'quiet' }, ` ${told(say`(optional)`)}`)),
    field.nudge === undefined ? input : nudged(input, field.label, field.nudge),
    field.hint !== undefined && h('p', { class: 'field-hint quiet' }, field.hint),
  );
}

/** A number between two buttons that move it by a share of itself. */
function nudged(input: HTMLElement, label: string, share: number): HTMLElement {
  const button = (by: number) => {
    const percent = `${by > 0 ? '+' : '−'}${Math.round(Math.abs(by) * 100)} %`;
    const press = () => {
      if (!(input instanceof HTMLInputElement)) return;
      const digits = /\.(\d+)$/.exec(input.value)?.[1]?.length ?? 0;
      const moved = Number(input.value) * (1 + by);
      if (Number.isFinite(moved)) input.value = moved.toFixed(digits);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    return h(
      'button',
      { type: 'button', class: 'button small nudge', 'aria-label': `${label} ${percent}`, onclick: press },
      percent,
    );
  };
  return h('div', { class: 'nudged' }, button(-share), input, button(share));
}

function control({ name, kind, required, initial, choices }: Field, id: string): HTMLElement {
  const common = { id, name, required };
  if (kind !== 'choice') {
    const numeric = kind === 'number';
    return h('input', {
      ...common,
      class: 'text-field',
      type: 'text',
      inputmode: numeric ? 'decimal' : null,
      value: initial,
      autocomplete: 'off',
    });
  }
  return h(
    'select',
    common,
    (initial === undefined || initial === '') && h('option', { value: '' }, required ? told(say`Choose …`) : '–'),
    ...(choices ?? []).map(({ value, label }) => h('option', { value, selected: value === initial }, label)),
  );
}

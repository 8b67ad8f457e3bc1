import type { Action, Field } from '../../../commands/reply.ts';
import { h } from './dom.ts';

/** The answers of a form, empty where there is none; null when the person thought better of it. */
export type Answers = Readonly<Record<string, string>> | null;

/** Asks before an action is carried out: repeats it in words, and asks for what it needs. */
export function askFirst({ label, style, confirm, form }: Action): Promise<Answers> {
  if (confirm === undefined && !form) return Promise.resolve({});
  return new Promise((resolve) => {
    const cancel = h('button', { type: 'button', class: 'button' }, 'Cancel');
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
      ...fields,
      h('div', { class: 'dialog-buttons' }, cancel, go),
    );
    const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title' }, content);
    const close = (answers: Answers) => {
      resolve(answers);
      dialog.close();
    };
    cancel.addEventListener('click', () => close(null));
    content.addEventListener('submit', (event) => {
      event.preventDefault();
      close(Object.fromEntries([...new FormData(content)].map(([name, value]) => [name, String(value)])));
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
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, field.label, !field.required && h('span', { class: 'quiet' }, ' (optional)')),
    control(field, id),
  );
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
    initial === undefined && h('option', { value: '' }, required ? 'Choose …' : '–'),
    ...(choices ?? []).map(({ value, label }) => h('option', { value, selected: value === initial }, label)),
  );
}

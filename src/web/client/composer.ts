import { commandOf, type Suggestion, suggest, usage, wantsFile } from './completion.ts';
import type { Desk } from './desk.ts';
import { h, icon } from './dom.ts';
import { openHistory } from './history.ts';
import { icons } from './icons.ts';
import type { Store } from './store.ts';
import { suggestionList } from './suggestion-list.ts';
import { say, told } from './words.ts';

const hasKeys = matchMedia('(hover: hover)').matches;
const hintWords = hasKeys
  ? say`Type / for commands · Tab completes · ↑ brings back earlier lines`
  : say`Type / for commands`;

/** The command line, with completion and history, and the buttons for help and files. */
export function composer(store: Store, desk: Desk): HTMLElement {
  const input = commandLine();
  const nothingTyped = told(hintWords);
  const hint = h('p', { class: 'hint', id: 'command-hint' }, nothingTyped);
  const history = openHistory();
  const picker = filePicker(desk);

  const write = (line: string) => {
    input.value = line;
    input.setSelectionRange(line.length, line.length);
  };
  const look = () => {
    const { commands } = store.get();
    const atEnd = input.selectionStart === input.value.length;
    list.show(atEnd ? suggest(input.value, commands) : []);
    const command = commandOf(`${input.value} `, commands);
    hint.textContent = command ? `${usage(command)} — ${command.summary}` : nothingTyped;
  };
  const take = (suggestion: Suggestion) => {
    write(suggestion.line);
    input.focus();
    look();
  };
  const list = suggestionList(input, take);
  const recall = (line: string | null) => {
    if (line !== null) write(line);
    list.show([]);
  };
  const press = (key: string): boolean => {
    const offering = list.isOpen() && !history.isBrowsing();
    if (key === 'ArrowDown') offering ? list.move(1) : recall(history.later());
    else if (key === 'ArrowUp') offering ? list.move(-1) : recall(history.earlier());
    else if (key === 'Escape' && list.isOpen()) list.show([]);
    else if (key === 'Tab' && list.first()) take(list.marked() ?? list.first()!);
    else if (key === 'Enter' && list.marked()) take(list.marked()!);
    else return false;
    return true;
  };
  input.addEventListener('keydown', (event) => {
    if (!event.isComposing && !event.shiftKey && press(event.key)) event.preventDefault();
  });
  input.addEventListener('input', () => {
    history.leave();
    look();
  });
  input.addEventListener('blur', () => list.show([]));

  const form = h(
    'form',
    { class: 'composer' },
    h('label', { for: 'command-line', class: 'unseen' }, told(say`Command line`)),
    list.element,
    h('div', { class: 'composer-row' }, input, ...sideButtons(desk, picker), picker.element),
    hint,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const line = input.value.trim();
    if (line === '') return;
    history.add(line);
    write('');
    look();
    // A file has to be chosen first; what was typed goes with it.
    if (wantsFile(line, store.get().commands)) picker.open(line);
    else void desk.ask({ line });
  });
  return form;
}

function commandLine(): HTMLInputElement {
  return h('input', {
    id: 'command-line',
    class: 'command-line',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'send',
    placeholder: told(say`Type / to ask`),
    'aria-autocomplete': 'list',
    'aria-controls': 'suggestions',
    'aria-expanded': 'false',
    'aria-describedby': 'command-hint',
  });
}

type FilePicker = { readonly element: HTMLElement; open(line?: string): void };

/** Asks for files, for the line that was typed for them if there is one. */
function filePicker(desk: Desk): FilePicker {
  const element = h('input', { type: 'file', multiple: true, class: 'unseen', tabindex: -1, 'aria-hidden': 'true' });
  let typed: string | undefined;
  element.addEventListener('change', () => {
    const files = [...(element.files ?? [])];
    if (files.length > 0) void desk.bring(files, typed);
    element.value = '';
  });
  return {
    element,
    open(line) {
      typed = line;
      element.click();
    },
  };
}

function sideButtons(desk: Desk, picker: FilePicker): HTMLElement[] {
  const button = (label: string, path: string, press: () => void) =>
    h(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick: press },
      icon(path),
    );
  return [
    button(told(say`Add a file`), icons.attach, () => picker.open()),
    button(told(say`Help`), icons.help, () => void desk.ask({ line: '/help' })),
    h(
      'button',
      { type: 'submit', class: 'icon-button send', 'aria-label': told(say`Send`), title: told(say`Send`) },
      icon(icons.send),
    ),
  ];
}

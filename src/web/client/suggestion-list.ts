import type { Suggestion } from './completion.ts';
import { h } from './dom.ts';
import { say, told } from './words.ts';

/** The list over the command line, as a combobox has it: the focus stays in the line, the list only marks. */
export type SuggestionList = {
  readonly element: HTMLElement;
  show(suggestions: readonly Suggestion[]): void;
  isOpen(): boolean;
  /** Marks the next or the one before, round and round. */
  move(by: 1 | -1): void;
  marked(): Suggestion | null;
  first(): Suggestion | null;
};

export function suggestionList(input: HTMLInputElement, take: (suggestion: Suggestion) => void): SuggestionList {
  const element = h('ul', {
    class: 'suggestions',
    id: 'suggestions',
    role: 'listbox',
    'aria-label': told(say`Completions`),
    hidden: true,
  });
  let offered: readonly Suggestion[] = [];
  let at = -1;
  return {
    element,
    show(suggestions) {
      offered = suggestions;
      at = -1;
      element.hidden = suggestions.length === 0;
      input.setAttribute('aria-expanded', String(!element.hidden));
      input.removeAttribute('aria-activedescendant');
      element.replaceChildren(...suggestions.map((suggestion, i) => optionView(suggestion, i, take)));
    },
    isOpen: () => offered.length > 0,
    move(by) {
      at = at === -1 && by === -1 ? offered.length - 1 : (at + by + offered.length) % offered.length;
      for (const [i, option] of [...element.children].entries()) option.setAttribute('aria-selected', String(i === at));
      input.setAttribute('aria-activedescendant', `suggestion-${at}`);
      element.children[at]?.scrollIntoView({ block: 'nearest' });
    },
    marked: () => offered[at] ?? null,
    first: () => offered[0] ?? null,
  };
}

function optionView(suggestion: Suggestion, index: number, take: (suggestion: Suggestion) => void): HTMLElement {
  const { label, detail, needs } = suggestion;
  const option = h(
    'li',
    { id: `suggestion-${index}`, role: 'option', 'aria-selected': 'false', class: needs === null ? null : 'forbidden' },
    h('code', {}, label),
    h('span', { class: 'quiet' }, detail),
    needs !== null && h('span', { class: 'needs' }, told(say`needs ${needs}`)),
  );
  // On the way down: a click would come after the line has lost its focus and the list is gone.
  option.addEventListener('mousedown', (event) => {
    event.preventDefault();
    take(suggestion);
  });
  return option;
}

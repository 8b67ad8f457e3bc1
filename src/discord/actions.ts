import type { APIActionRowComponent, APIButtonComponentWithCustomId, APIStringSelectComponent } from 'discord.js';
import { say } from '../../words/say.ts';
import { type Reader, tell } from '../../words/tell.ts';
import type { ButtonMemory } from '../button-memory.ts';
import { clip } from '../text.ts';
import type { Action } from '../told.ts';
import { buttonId, pressOf } from './buttons.ts';
import { MAX_BUTTON_LABEL, MAX_BUTTONS_PER_ROW, MAX_ROWS, MAX_SELECT_OPTIONS, MAX_SELECT_TEXT } from './limits.ts';
import { clean } from './markup.ts';

/** More answers than this to one question become a menu. */
const MOST_BUTTONS_OF_A_KIND = 5;
/** Discord's ButtonStyle, as numbers: this file imports the library's types only. */
const styles = { plain: 2, primary: 1, danger: 4 } as const;

export type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/**
 * Buttons, and a menu for many answers to one question. A menu's options are what its buttons would have been: each
 * carries the id of its own.
 */
export function renderActions(
  actions: readonly Action[],
  memory: ButtonMemory,
  reader: Reader,
): { readonly rows: Row[]; readonly unshown: number } {
  const kinds = [...new Set(actions.map(questionOf))];
  const questions = kinds.map((kind) => actions.filter((action) => questionOf(action) === kind));
  const many = questions.filter(({ length }) => length > MOST_BUTTONS_OF_A_KIND);
  const taken = new Set<string>();
  const idOf = (action: Action) => {
    const id = buttonId('ask', pressOf(action), memory, taken);
    taken.add(id);
    return id;
  };
  const single = actions.filter((action) => !many.some((menu) => menu.includes(action)));
  const menus = many.slice(0, MAX_ROWS - (single.length > 0 ? 1 : 0));
  const buttons = single.slice(0, (MAX_ROWS - menus.length) * MAX_BUTTONS_PER_ROW);
  const rows: Row[] = Array.from({ length: Math.ceil(buttons.length / MAX_BUTTONS_PER_ROW) }, (_, at) =>
    row(
      buttons
        .slice(at * MAX_BUTTONS_PER_ROW, (at + 1) * MAX_BUTTONS_PER_ROW)
        .map((action) => button(action.label, action.style, idOf(action))),
    ),
  );
  const offered = menus.map((menu) => menu.slice(0, MAX_SELECT_OPTIONS));
  const placeholder = tell(say`Choose one`, reader);
  const selects = offered.map((menu, at): Row => {
    const options = menu.map((action) => ({ label: shortLabel(action.label, MAX_SELECT_TEXT), value: idOf(action) }));
    return row([{ type: 3, custom_id: `menu:${at}`, placeholder, options }]);
  });
  return { rows: [...rows, ...selects], unshown: actions.length - buttons.length - offered.flat().length };
}

/** Answers to one question differ in nothing but the values of their arguments. */
function questionOf({ ask: { name, input } }: Action): string {
  return [name, ...Object.keys(input).sort()].join(' ');
}

/** One button. A label cannot be empty. */
export function button(label: string, style: Action['style'], id: string): APIButtonComponentWithCustomId {
  return { type: 2, style: styles[style], label: shortLabel(label, MAX_BUTTON_LABEL), custom_id: id };
}

function shortLabel(label: string, most: number): string {
  return clip(clean(label).trim(), most) || '…';
}

export function row(components: Row['components']): Row {
  return { type: 1, components };
}

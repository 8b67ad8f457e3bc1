import type { types } from '@slack/bolt';
import { count, plural, say, type Words } from '../../words/say.ts';
import { type Language, tell } from '../../words/tell.ts';
import { commandLine } from '../arguments.ts';
import type { Action, Form } from '../told.ts';
import {
  MAX_BUTTON_TEXT,
  MAX_BUTTON_VALUE,
  MAX_BUTTONS_IN_BLOCK,
  MAX_CONFIRM_TEXT,
  plain,
  printable,
  small,
} from './blocks.ts';

/** Two rows of blocks; more buttons than this nobody reads. */
const MAX_BUTTONS = 2 * MAX_BUTTONS_IN_BLOCK;

/** What a button carries: the line that it stands for, and the form to show first, or that asking gives one. */
export type Pressed = { readonly line: string; readonly form?: Form; readonly opens?: true };

/** The actions of a reply as buttons. One that cannot be carried, since nobody keeps what is too long, is counted. */
export function buttonBlocks(
  actions: readonly Action[],
  language: Language,
  keep?: (text: string) => string,
): types.KnownBlock[] {
  const buttons = actions.flatMap((action, i) => button(action, i, language, keep) ?? []).slice(0, MAX_BUTTONS);
  const left = actions.length - buttons.length;
  const blocks: types.KnownBlock[] = [];
  for (let from = 0; from < buttons.length; from += MAX_BUTTONS_IN_BLOCK) {
    blocks.push({ type: 'actions', elements: buttons.slice(from, from + MAX_BUTTONS_IN_BLOCK) });
  }
  const counted = plural(left, say`… 1 more button`, say`… ${count(left)} more buttons`);
  return left > 0 ? [...blocks, small(tell(counted, { language, shop: null }))] : blocks;
}

/** Stands before the key of what is kept elsewhere; no command line begins so. */
const KEPT = '#';

function button(
  { label, style, ask, confirm, form, opens }: Action,
  i: number,
  language: Language,
  keep?: (text: string) => string,
): types.Button | null {
  const line = printable(commandLine(ask));
  // A form that is made at the press need not be carried.
  const whole = form && !opens ? JSON.stringify({ line, ...packed(form) }) : line;
  const value = whole.length > MAX_BUTTON_VALUE && keep ? KEPT + keep(whole) : whole;
  if (value.length > MAX_BUTTON_VALUE) return null;
  const said = (words: Words, most: number) => plain(tell(words, { language, shop: null }), most);
  return {
    type: 'button',
    action_id: `${opens ? 'open' : form ? 'form' : 'ask'}:${i}`,
    text: plain(label, MAX_BUTTON_TEXT),
    value,
    ...(style !== 'plain' && { style }),
    ...(confirm !== undefined && {
      confirm: {
        title: said(say`Please confirm`, 100),
        text: plain(confirm, MAX_CONFIRM_TEXT),
        confirm: plain(label, 30),
        deny: said(say`Cancel`, 30),
        style: style === 'danger' ? 'danger' : 'primary',
      },
    }),
  };
}

/** What a pressed button carried: null for one that is not ours, 'forgotten' where what it stood for is kept no longer. */
export function readButton(
  actionId: string,
  carried: string | undefined,
  recall: (key: string) => string | null,
): Pressed | 'forgotten' | null {
  if (carried === undefined || !/^(ask|open|form):/.test(actionId)) return null;
  const value = carried.startsWith(KEPT) ? recall(carried.slice(KEPT.length)) : carried;
  if (value === null) return 'forgotten';
  if (actionId.startsWith('ask:')) return { line: value };
  if (actionId.startsWith('open:')) return { line: value, opens: true };
  // Signed by Slack on its way back, so what we wrote is what we read.
  const { line, ...pack } = JSON.parse(value) as Packed & { readonly line: string };
  return { line, form: unpacked(pack) };
}

type Choices = NonNullable<Form['fields'][number]['choices']>;
/** A form with each list of choices once, and a label only where it is not the value: a button carries 2,000 characters. */
type Packed = {
  readonly form: Omit<Form, 'fields'> & {
    readonly fields: readonly (Omit<Form['fields'][number], 'choices'> & { readonly choices?: number })[];
  };
  readonly lists?: readonly (readonly (string | readonly [string, string])[])[];
};

function packed({ fields, ...form }: Form): Packed {
  const lists: Choices[] = [];
  const numberOf = (choices: Choices) => {
    const known = lists.findIndex((list) => JSON.stringify(list) === JSON.stringify(choices));
    return known === -1 ? lists.push(choices) - 1 : known;
  };
  const short = fields.map(({ choices, ...field }) => ({ ...field, ...(choices && { choices: numberOf(choices) }) }));
  return {
    form: { ...form, fields: short },
    ...(lists.length > 0 && {
      lists: lists.map((list) => list.map(({ value, label }) => (value === label ? value : ([value, label] as const)))),
    }),
  };
}

function unpacked({ form, lists = [] }: Packed): Form {
  const listAt = (at: number): Choices =>
    (lists[at] ?? []).map((each) =>
      typeof each === 'string' ? { value: each, label: each } : { value: each[0], label: each[1] },
    );
  const fields = form.fields.map(({ choices, ...field }) => ({
    ...field,
    ...(choices !== undefined && { choices: listAt(choices) }),
  }));
  return { ...form, fields };
}

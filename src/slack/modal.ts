import type { types, ViewOutput } from '@slack/bolt';
import type { Ask } from '../../commands/call.ts';
import { count, say, type Words } from '../../words/say.ts';
import { type Language, tell } from '../../words/tell.ts';
import { commandLine } from '../arguments.ts';
import { clip } from '../text.ts';
import type { Answer, Field, Form } from '../told.ts';
import {
  MAX_MODAL_BLOCKS,
  MAX_MODAL_TITLE,
  MAX_OPTION_TEXT,
  MAX_OPTION_VALUE,
  MAX_OPTIONS,
  MAX_PRIVATE_METADATA,
  plain,
  small,
} from './blocks.ts';

/** The one modal of Sextant. */
export const FORM = 'form';
/** The input block of a file. */
export const FILE = 'sextant_file';
/** What Slack takes in one such block. */
export const MAX_FILES = 10;
const ANSWER = 'answer';
/** An error under a field that is longer than this pushes the form off a phone's screen. */
const MAX_ERROR = 500;

/** Where a form came from, kept in the form itself, so that a restart in between loses nothing. */
export type Origin = {
  readonly line: string;
  readonly channel: string;
  readonly thread?: string;
  readonly respondTo?: string;
  readonly fresh?: true;
  /** It stands in the window that answers: that is where its own answer is shown. */
  readonly inView?: true;
  /** What is asked with the answers while it is filled in. */
  readonly live?: string;
};

/** A form as a modal. Null when its command line is too long to be carried. */
export function formModal(
  form: Form,
  origin: Origin,
  { language, file }: { readonly language: Language; readonly file?: true },
): types.ModalView | null {
  const { live } = form;
  const private_metadata = JSON.stringify({ ...origin, ...(live && { live: commandLine(live) }) });
  if (private_metadata.length > MAX_PRIVATE_METADATA) return null;
  const said = speaker(language);
  const inputs = form.fields.flatMap((field): types.KnownBlock[] => [
    { ...inputBlock(field, said), ...(live && { dispatch_action: true }) },
    ...(live && field.nudge !== undefined ? [nudgeBlock(field.name, field.nudge)] : []),
  ]);
  const hint = { ...small(said(say`Change a number, and what it promises is shown here.`)), block_id: `${LIVE}-0` };
  const blocks = [...inputs.slice(0, MAX_MODAL_BLOCKS - (live ? MOST_LIVE_BLOCKS : 1)), ...(live ? [hint] : [])];
  return {
    type: 'modal',
    callback_id: FORM,
    title: plain(form.title, MAX_MODAL_TITLE),
    submit: plain(form.submit, MAX_MODAL_TITLE),
    close: plain(said(say`Cancel`), MAX_MODAL_TITLE),
    private_metadata,
    blocks: file ? [fileBlock(said), ...blocks] : blocks,
  };
}

type Speaker = (words: Words) => string;

function speaker(language: Language): Speaker {
  return (words) => tell(words, { language, shop: null });
}

/** The form that a modal shows, with what was typed into it: to be shown once more. */
export function formOf({ title, submit, blocks, state }: ViewOutput, live: Ask | undefined): Form {
  const shown = blocks as types.KnownBlock[];
  const typed = filledIn(state.values);
  const fields = shown.flatMap((block, at): Field[] => {
    if (block.type !== 'input' || block.block_id === FILE) return [];
    const name = fieldOf(block.block_id ?? '');
    const { element, label, hint, optional } = block;
    const nudge = nudgeIn(shown[at + 1]);
    return [
      {
        name,
        label: label.text,
        required: optional !== true,
        kind: element.type === 'number_input' ? 'number' : element.type === 'static_select' ? 'choice' : 'text',
        ...(hint && { hint: hint.text }),
        ...(typed[name] !== undefined && { initial: typed[name] }),
        ...(nudge !== null && { nudge }),
        ...(element.type === 'static_select' && {
          choices: (element.options ?? []).map(({ text, value = '' }) => ({ value, label: text.text })),
        }),
      },
    ];
  });
  return { title: title.text, submit: submit?.text ?? '', fields, ...(live && { live }) };
}

/** Blocks that say what the answers so far lead to; they stand last. */
const LIVE = 'live';
export const MOST_LIVE_BLOCKS = 10;

export function isLive(block: { readonly block_id?: string }): boolean {
  return block.block_id?.startsWith(`${LIVE}-`) === true;
}

export function asLive(blocks: readonly types.KnownBlock[]): types.KnownBlock[] {
  return blocks.slice(0, MOST_LIVE_BLOCKS).map((block, i) => ({ ...block, block_id: `${LIVE}-${i}` }));
}

const NUDGE = 'nudge';

function nudgeBlock(name: string, share: number): types.ActionsBlock {
  const button = (by: number): types.Button => ({
    type: 'button',
    action_id: `${NUDGE}:${name}:${by > 0 ? 'up' : 'down'}`,
    text: plain(`${by > 0 ? '+' : '−'}${Math.round(Math.abs(by) * 100)} %`, MAX_OPTION_TEXT),
    value: `${name} ${by}`,
  });
  return { type: 'actions', elements: [button(-share), button(share)] };
}

/** Which field a button moves, and by what share; null for any other button. */
export function readNudge(actionId: string, value = ''): { readonly field: string; readonly by: number } | null {
  const [, field, by] = /^(\S+) (-?[\d.]+)$/.exec(value) ?? [];
  return actionId.startsWith(`${NUDGE}:`) && field !== undefined ? { field, by: Number(by) } : null;
}

/** By what share the buttons after a field move it. */
function nudgeIn(block: types.KnownBlock | undefined): number | null {
  const last = block?.type === 'actions' ? block.elements.at(-1) : undefined;
  return last?.type === 'button' ? (readNudge(last.action_id ?? '', last.value)?.by ?? null) : null;
}

/** Slack keeps what was typed under a block's id: a number that is set by us stands under a new one, "line-7~2". */
export function fieldOf(blockId: string): string {
  return blockId.replace(/~\d+$/, '');
}

export function nextBlockId(blockId: string): string {
  const [, turn = '1'] = /~(\d+)$/.exec(blockId) ?? [];
  return `${fieldOf(blockId)}~${Number(turn) + 1}`;
}

function fileBlock(said: Speaker): types.InputBlock {
  return {
    type: 'input',
    block_id: FILE,
    label: plain(said(say`File, or several that belong together`), 2000),
    hint: plain(said(say`CSV, TSV or Excel, also gzipped`), 2000),
    element: { type: 'file_input', action_id: ANSWER, max_files: MAX_FILES },
  };
}

function inputBlock(field: Field, said: Speaker): types.InputBlock {
  const { name, label, required } = field;
  const left = choicesLeftOut(field);
  const hint =
    field.hint ?? (left > 0 ? said(say`… ${count(left)} more choices, which can be typed in the command`) : '');
  return {
    type: 'input',
    block_id: name,
    label: plain(label, 2000),
    optional: !required,
    element: inputElement(field),
    ...(hint && { hint: plain(hint, 2000) }),
  };
}

function inputElement(field: Field): types.InputBlock['element'] {
  const { kind, initial, choices = [] } = field;
  if (kind === 'number') {
    return {
      type: 'number_input',
      action_id: ANSWER,
      is_decimal_allowed: true,
      dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
      ...(initial !== undefined && { initial_value: initial }),
    };
  }
  if (kind === 'text' || !areSelectable(field)) {
    return { type: 'plain_text_input', action_id: ANSWER, ...(initial !== undefined && { initial_value: initial }) };
  }
  const options = choices
    .slice(0, MAX_OPTIONS)
    .map(({ value, label }): types.PlainTextOption => ({ text: plain(label, MAX_OPTION_TEXT), value }));
  const chosen = options.find(({ value }) => value === initial);
  return { type: 'static_select', action_id: ANSWER, options, ...(chosen && { initial_option: chosen }) };
}

/** A menu needs at least one choice, and Slack carries only short values: else the word is typed. */
function areSelectable({ choices = [] }: Field): boolean {
  return choices.length > 0 && choices.every(({ value }) => value.length > 0 && value.length <= MAX_OPTION_VALUE);
}

function choicesLeftOut({ kind, choices = [] }: Field): number {
  return kind === 'choice' ? choices.length - MAX_OPTIONS : 0;
}

/** The state of a submitted modal, as Slack sends it. */
export type State = Readonly<
  Record<
    string,
    Readonly<
      Record<string, { readonly value?: string | null; readonly selected_option?: { readonly value: string } | null }>
    >
  >
>;

/** What was filled in, by field. A field left empty is not there. */
export function filledIn(state: State): Record<string, string> {
  const answers = Object.entries(state)
    .filter(([block]) => block !== FILE)
    .map(
      ([block, answer]) =>
        [fieldOf(block), answer[ANSWER]?.value ?? answer[ANSWER]?.selected_option?.value ?? ''] as const,
    );
  return Object.fromEntries(answers.filter(([, value]) => value !== ''));
}

/**
 * A refusal as errors under the fields. A line that begins with a field's name belongs to that field, the others to
 * the first one. Null when there is no field to write under.
 */
export function fieldErrors(answer: Answer, fields: readonly string[]): Record<string, string> | null {
  const [first] = fields;
  if (first === undefined) return null;
  const lines = answer.parts.flatMap((part) => (part.kind === 'text' ? part.text.split('\n') : []));
  const errors: Record<string, string[]> = {};
  for (const line of lines) {
    const field = fields.find((name) => line.startsWith(`${name} `) || line.startsWith(`${name}:`)) ?? first;
    errors[field] = [...(errors[field] ?? (field === first ? [`${answer.title}.`] : [])), line];
  }
  if (lines.length === 0) errors[first] = [answer.title];
  return Object.fromEntries(Object.entries(errors).map(([field, said]) => [field, clip(said.join(' '), MAX_ERROR)]));
}

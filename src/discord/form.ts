import type { APILabelComponent, APIModalInteractionResponseCallbackData } from 'discord.js';
import { count, say, type Words } from '../../words/say.ts';
import { type Language, tell } from '../../words/tell.ts';
import { clip } from '../text.ts';
import type { Field } from '../told.ts';
import type { Press } from './buttons.ts';
import { longestFit } from './fit.ts';
import * as most from './limits.ts';

type Form = NonNullable<Press['form']>;

/** The first page of a form as Discord's modal. A longer form goes on after it, see `laterFields`. */
export function renderModal(form: Form, id: string, language: Language): APIModalInteractionResponseCallbackData {
  const page = pageOf(form);
  return {
    custom_id: id,
    title: (clip(form.title, most.MAX_MODAL_TITLE - page.length) || '…') + page,
    components: [
      ...(form.file ? [fileField(language)] : []),
      ...form.fields.slice(0, fieldsOnPage(form)).map((field) => renderField(field, language)),
    ],
  };
}

/** The place of a file takes one of them. */
function fieldsOnPage({ file }: Form): number {
  return most.MAX_MODAL_FIELDS - (file ? 1 : 0);
}

/** Where a form has several: " · 1/2". */
function pageOf({ fields, earlier = [] }: Form): string {
  const total = earlier.length + fields.length;
  const pages = (count: number) => Math.ceil(count / most.MAX_MODAL_FIELDS);
  return pages(total) > 1 ? ` · ${1 + pages(total) - pages(fields.length)}/${pages(total)}` : '';
}

/**
 * What did not fit into the first page. A form that brings files has no other: what is left out can be typed in the
 * command.
 */
export function laterFields(form: Form): Form['fields'] {
  return form.file ? [] : form.fields.slice(most.MAX_MODAL_FIELDS);
}

/** The whole form once more, with all that was typed into this page and those before it. */
export function filledForm({ earlier = [], fields, ...form }: Form, answers: Readonly<Record<string, string>>): Form {
  const filled = fields.map(({ initial: _, ...field }) => {
    const typed = answers[field.name];
    return typed === undefined ? field : { ...field, initial: typed };
  });
  return { ...form, fields: [...earlier, ...filled] };
}

/** The place for files in a form. */
const FILE = 'sextant_file';

function fileField(language: Language): APILabelComponent {
  const said = (words: Words, room: number) => clip(tell(words, { language, shop: null }), room);
  return {
    type: 18,
    label: said(say`File, or several that belong together`, most.MAX_LABEL),
    description: said(say`CSV, TSV or Excel, also gzipped`, most.MAX_LABEL_DESCRIPTION),
    component: { type: 19, custom_id: FILE, required: true, min_values: 1, max_values: most.MAX_MODAL_FILES },
  };
}

function renderField(field: Field, language: Language): APILabelComponent {
  const listed = field.choices?.length && field.choices.length <= most.MAX_SELECT_OPTIONS ? field.choices : null;
  const typed = field.choices && !listed ? oneOf(field.choices, language) : '';
  // A label is cut where words under it are longer: whole, it goes there.
  const under = typed || field.hint || (field.label.length > most.MAX_LABEL ? field.label : '');
  return {
    type: 18,
    label: clip(field.label, most.MAX_LABEL) || field.name,
    ...(under && { description: clip(under, most.MAX_LABEL_DESCRIPTION) }),
    component: listed
      ? {
          type: 3,
          custom_id: field.name,
          required: field.required,
          options: listed.map(({ value, label }) => ({
            value,
            label: clip(label, most.MAX_SELECT_TEXT),
            default: value === field.initial,
          })),
        }
      : {
          type: 4,
          custom_id: field.name,
          style: 1,
          required: field.required,
          ...(field.initial && { value: clip(field.initial, most.MAX_INPUT_VALUE) }),
        },
  };
}

/** What may be typed, where it is more than Discord lists: as much as there is room for, and how many more. */
function oneOf(choices: NonNullable<Field['choices']>, language: Language): string {
  const values = choices.map(({ value }) => value);
  const write = (kept: number) => {
    const left = values.length - kept;
    const named = values.slice(0, kept).join(', ');
    return tell(left > 0 ? say`One of: ${named}, and ${count(left)} more.` : say`One of: ${named}.`, {
      language,
      shop: null,
    });
  };
  return longestFit(values.length, most.MAX_LABEL_DESCRIPTION, write) ?? '';
}

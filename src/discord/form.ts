import type { APILabelComponent, APIModalInteractionResponseCallbackData } from 'discord.js';
import { clip } from '../text.ts';
import type { Field } from '../told.ts';
import type { Press } from './buttons.ts';
import * as most from './limits.ts';

type Form = NonNullable<Press['form']>;

/** The first page of a form as Discord's modal. A longer form goes on after it, see `laterFields`. */
export function renderModal(form: Form, id: string): APIModalInteractionResponseCallbackData {
  return {
    custom_id: id,
    title: clip(form.title, most.MAX_MODAL_TITLE) || '…',
    components: form.fields.slice(0, most.MAX_MODAL_FIELDS).map(renderField),
  };
}

/** What did not fit into the first page. */
export function laterFields(form: Form): Form['fields'] {
  return form.fields.slice(most.MAX_MODAL_FIELDS);
}

function renderField(field: Field): APILabelComponent {
  const listed = field.choices?.length && field.choices.length <= most.MAX_SELECT_OPTIONS ? field.choices : null;
  const typed = field.choices && !listed ? clip(`One of: ${valuesOf(field)}`, most.MAX_LABEL_DESCRIPTION) : '';
  return {
    type: 18,
    label: clip(field.label, most.MAX_LABEL) || field.name,
    ...((typed || field.hint) && { description: typed || clip(field.hint ?? '', most.MAX_LABEL_DESCRIPTION) }),
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

function valuesOf({ choices = [] }: Field): string {
  return choices.map(({ value }) => value).join(', ');
}

import type { Campaign } from '../../data/types/campaigns.ts';
import { named, type Said, say, type Words } from '../../words/say.ts';
import type { Field, Reply } from '../reply.ts';

/** A list longer than this is not scrolled through on a phone: the name is typed. */
const MOST_CHOICES = 25;

/** The answer to a command that was asked without what it needs: a form for it. Nothing is done yet. */
export function formReply({
  command,
  title,
  fields,
}: {
  readonly command: string;
  readonly title: Said;
  readonly fields: readonly Field[];
}): Reply {
  return {
    title,
    tone: 'plain',
    parts: [],
    actions: [
      {
        label: say`Fill in`,
        style: 'primary',
        ask: { name: command, input: {} },
        opens: true,
        form: { title, submit: say`Save`, fields },
      },
    ],
  };
}

/** Which campaign, by choice, or typed where there are many. */
export function campaignField(campaigns: readonly Pick<Campaign, 'name'>[], initial: string | undefined): Field {
  const names = campaigns.map(({ name }) => name);
  const field = { name: 'campaign', label: say`Campaign`, required: true, ...(initial && { initial }) } as const;
  if (names.length > MOST_CHOICES) return { ...field, kind: 'text', hint: named(names.slice(0, 3).join(', ')) };
  return { ...field, kind: 'choice', choices: names.map((name) => ({ value: name, label: named(name) })) };
}

/** Something to type. */
export function textField(
  name: string,
  label: Said,
  more: { readonly hint?: Words; readonly required?: boolean } = {},
): Field {
  return { name, label, kind: 'text', required: more.required ?? true, ...(more.hint && { hint: more.hint }) };
}

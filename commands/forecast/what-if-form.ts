import { say } from '../../words/say.ts';
import type { Action } from '../reply.ts';

/** What one may assume of the coming days; what is left empty goes on as it did. */
export const whatIfForm: NonNullable<Action['form']> = {
  title: say`What if…`,
  submit: say`Forecast`,
  fields: [
    { name: 'growth', label: say`More or less, in percent, as +10`, kind: 'text', required: false },
    {
      name: 'promotion',
      label: say`A campaign, or a day such as 11.11, and on, off or its days`,
      kind: 'text',
      required: false,
    },
    { name: 'closed', label: say`Days without trade, as 2026-12-25..2026-12-26`, kind: 'text', required: false },
  ],
};

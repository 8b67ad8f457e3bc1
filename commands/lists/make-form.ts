import { shownName } from '../../models/segments/group-name.ts';
import { listed, say } from '../../words/say.ts';
import type { Action, Field, Reply } from '../reply.ts';

/** What `/list make` takes unless told. */
export const usual = { holdout: 10, window: 28, contacted: 7, bought: 3 } as const;

/** Leads to the form, which is made of the groups that hold at the press. */
export const makeAction: Action = {
  label: say`Make a list`,
  style: 'primary',
  ask: { name: 'list make', input: {} },
  opens: true,
};

/** Asked of nobody in particular: a form to say of whom, and how. */
export function askForGroup(names: readonly string[]): Reply {
  const form: Action = {
    label: say`Fill in the form`,
    style: 'primary',
    ask: { name: 'list make', input: {} },
    form: { title: say`Make a list`, submit: say`Make the list`, fields: fields(names) },
  };
  const groups = listed(names.map(shownName));
  return {
    title: say`Whom is the list of?`,
    tone: 'plain',
    parts: [
      {
        kind: 'text',
        text: say`The groups are: ${groups}. Who fell from one to another: /list make from:"…" fell-to:"…".`,
      },
    ],
    actions: [form],
  };
}

function fields(names: readonly string[]): readonly Field[] {
  const number = (name: keyof typeof usual, label: Field['label']): Field => ({
    name,
    label,
    kind: 'number',
    required: false,
    initial: String(usual[name]),
  });
  return [
    {
      name: 'group',
      label: say`Group of customers`,
      kind: 'choice',
      required: true,
      choices: names.map((name) => ({ value: name, label: shownName(name) })),
    },
    number('holdout', say`Percent held out, to compare with`),
    number('window', say`Days in which an order counts`),
    number('contacted', say`Leave out who was written to in the last days`),
    number('bought', say`Leave out who ordered in the last days`),
  ];
}

import { z } from 'zod';
import type { ColumnAlias } from '../../data/types/imports.ts';
import { named, say, sentences } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { choice, text } from '../inputs.ts';
import { nearest } from '../nearest.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { nameOf } from './field-names.ts';
import { kindName } from './kind-names.ts';
import { fieldOf } from './reading.ts';

export const dataAlias = defineCommand({
  name: 'data alias',
  summary: say`Remember what a column is called in your files; without arguments, what is remembered`,
  examples: ['data alias', 'data alias layout:"generic orders" field:customer column:Buyer'],
  needs: 'analyst',
  input: z.strictObject({
    layout: text(say`the kind of file, as a preview names it`).optional(),
    field: text(say`what the column holds: customer, date, price`).optional(),
    column: text(say`what your files call it`).optional(),
    forget: choice(['yes', 'no'], say`no longer remember it`).default('no'),
  }),

  async run({ layout, field, column, forget }, context): Promise<Reply> {
    if (layout === undefined && field === undefined && column === undefined) return remembered(context);
    if (layout === undefined || field === undefined || column === undefined) {
      throw new Refusal(
        say`I need all three`,
        say`For example: /data alias layout:"generic orders" field:customer column:Buyer`,
      );
    }
    const alias: ColumnAlias = { layout, field: fieldOf(field), header: column };
    if (forget === 'no') await requireKnown(alias, context);
    const isKnown = forget === 'yes' ? drop(alias, context) : keep(alias, context);
    const words = say`${column} as ${alias.field}, in files of ${layout}`;
    if (forget === 'yes' && !isKnown) throw new Refusal(say`I did not take ${words}`, say`See /data alias.`);
    return {
      title: forget === 'yes' ? say`No longer: ${words}` : say`From now on: ${words}`,
      tone: 'good',
      parts: [{ kind: 'note', text: say`It holds for files to come; what is stored stays as it was read.` }],
      actions:
        forget === 'yes'
          ? []
          : [
              {
                label: say`Forget it`,
                style: 'plain',
                ask: { name: 'data alias', input: { layout, field: alias.field, column, forget: 'yes' } },
              },
            ],
    };
  },
});

/** An alias of a kind or a field that nobody has would be remembered and never used. */
async function requireKnown({ layout, field }: ColumnAlias, { facts }: Context): Promise<void> {
  const known = await facts.imports.layouts();
  const fields = known.filter((each) => each.layout === layout).flatMap((each) => each.fields);
  if (fields.length === 0) {
    const names = [...new Set(known.map((each) => each.layout))];
    const near = nearest(layout, names);
    throw new Refusal(
      say`I know no files of "${layout}"`,
      sentences(near ? say`Did you mean "${near}"?` : null, say`A preview names the kind: /data add.`),
    );
  }
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  if (!fields.some((each) => plain(each) === plain(field))) {
    throw new Refusal(say`Files of ${layout} have no "${field}"`, say`They have: ${fields.join(', ')}.`);
  }
}

function keep(alias: ColumnAlias, { state, caller, now }: Context): boolean {
  const by = actorOf(caller);
  return state.atomically(() => {
    const isNew = state.aliases.add({ ...alias, by, at: now });
    if (isNew) note('column named', alias, { state, caller, now });
    return isNew;
  });
}

function drop(alias: ColumnAlias, context: Context): boolean {
  return context.state.atomically(() => {
    const was = context.state.aliases.remove(alias);
    if (was) note('column no longer named', alias, context);
    return was;
  });
}

function note(
  act: string,
  alias: ColumnAlias,
  { state, caller, now }: Pick<Context, 'state' | 'caller' | 'now'>,
): void {
  const by = actorOf(caller);
  state.audit.append({
    at: now,
    actor: by.id,
    actorName: by.name,
    act,
    subject: `alias ${alias.layout}`,
    version: null,
    detail: alias,
  });
}

function remembered({ state }: Context): Reply {
  const aliases = state.aliases.list();
  if (aliases.length === 0) {
    throw new Refusal(
      say`No column names are remembered yet`,
      say`For example: /data alias layout:"generic orders" field:customer column:Buyer`,
    );
  }
  return {
    title: say`What your files call their columns`,
    tone: 'plain',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: say`Kind of file`, unit: 'text' },
          { title: say`Field`, unit: 'text' },
          { title: say`Column`, unit: 'text' },
          { title: say`Said by`, unit: 'text' },
          { title: say`When`, unit: 'instant' },
        ],
        rows: aliases.map(({ layout, field, header, by, at }) => [
          kindName(layout),
          nameOf(field),
          named(header),
          named(by.name),
          at,
        ]),
      },
    ],
  };
}

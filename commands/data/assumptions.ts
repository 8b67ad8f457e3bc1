import { z } from 'zod';
import type { ImportReport } from '../../data/types/imports.ts';
import { entryOf } from '../../words/entry.ts';
import { named, type Said, say, type Words } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import type { Reply, Row, Table } from '../reply.ts';
import { nameOf as fieldName } from './field-names.ts';
import { kindName } from './kind-names.ts';
import { wordsFor } from './questions.ts';

/** Models whose latest run says what it takes for granted. */
const modelled = ['forecast', 'segments', 'returns', 'budget'] as const;

const runKinds: Readonly<Record<(typeof modelled)[number], Words>> = {
  forecast: say`forecast`,
  segments: say`segments`,
  returns: say`campaign returns`,
  budget: say`budget plan`,
};

export const dataAssumptions = defineCommand({
  name: 'data assumptions',
  summary: say`Every choice that the numbers rest on: what was decided, by whom and when`,
  examples: ['data assumptions'],
  needs: 'viewer',
  input: z.strictObject({}),

  async run(_, { facts, state, shop }): Promise<Reply> {
    const imports = (await facts.imports.list()).filter(({ status }) => status === 'stored');
    const setUp = imports.at(-1)?.startedAt ?? null;
    const nameOf = (by: string | null) => (by === null ? say`the file` : nameIn(state.people.list(), by));
    const rows: Row[] = [
      ...(shop
        ? ([
            [say`Shop`, say`Currency`, named(shop.currency), say`configuration or first file`, setUp],
            [
              say`Shop`,
              say`Time zone`,
              say`days begin and end in ${shop.zone}`,
              say`configuration or first file`,
              setUp,
            ],
          ] satisfies Row[])
        : []),
      ...imports.flatMap(({ id, decisions, by, startedAt, checks }): Row[] => [
        ...Object.entries(decisions).map(
          ([question, said]): Row => [id, questionName(question), wordsFor(said), nameOf(by), startedAt],
        ),
        ...(checks?.repair ? [[id, say`Repair`, checks.repair, nameOf(by), startedAt] as Row] : []),
      ]),
      ...newestOf(imports).flatMap(({ layout, notes, startedAt }) =>
        notes.map((note): Row => [kindName(layout), say`Read as`, note, say`the file`, startedAt]),
      ),
      ...state.aliases
        .list()
        .map(
          ({ layout, field, header, by, at }): Row => [
            kindName(layout),
            say`Column of ${fieldName(field)}`,
            named(header),
            named(by.name),
            at,
          ],
        ),
    ];
    const models = modelled.flatMap((kind) => {
      const run = state.runs.latest(kind);
      return (run?.receipt.assumptions ?? []).map((says): Row => [run!.id, runKinds[kind], says]);
    });
    return {
      title: say`What the numbers rest on`,
      tone: 'plain',
      parts: [decided(rows), ...(models.length > 0 ? [standing(models)] : [])],
    };
  },
});

function decided(rows: readonly Row[]): Table {
  return {
    kind: 'table',
    title: say`Choices`,
    columns: [
      { title: say`Of`, unit: 'text' },
      { title: say`What`, unit: 'text' },
      { title: say`Taken as`, unit: 'text' },
      { title: say`By`, unit: 'text' },
      { title: say`When`, unit: 'instant' },
    ],
    rows,
  };
}

function standing(rows: readonly Row[]): Table {
  return {
    kind: 'table',
    title: say`What the models take for granted`,
    columns: [
      { title: say`Run`, unit: 'receipt' },
      { title: say`Model`, unit: 'text' },
      { title: say`Assumption`, unit: 'text' },
    ],
    rows,
  };
}

/** What was asked of a file as a whole; other questions are about a column, and called as the file calls it. */
const questions: Readonly<Record<string, Said>> = {
  repair: say`Repair`,
  revenue: say`Revenue`,
  currency: say`Currency`,
  zone: say`Time zone`,
};

function questionName(question: string): Words {
  return entryOf(questions, question) ?? named(question);
}

/** The newest import of each kind of file. */
function newestOf(imports: readonly ImportReport[]): readonly ImportReport[] {
  return imports.filter(({ layout }, at) => imports.findIndex((each) => each.layout === layout) === at);
}

function nameIn(
  people: readonly { readonly door: string; readonly user: string; readonly name: string }[],
  by: string,
): Words {
  return named(people.find(({ door, user }) => `${door}:${user}` === by)?.name ?? by);
}

import { z } from 'zod';
import type { ImportReport } from '../../data/types/imports.ts';
import { count, lines, type Said, say, sentences } from '../../words/say.ts';
import type { Upload } from '../call.ts';
import { type Context, defineCommand } from '../command.ts';
import { choice } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Reply } from '../reply.ts';
import { look, noFile, refuseDemo, takeIn } from './add.ts';
import { asQuestion } from './questions.ts';
import {
  askAbout,
  bundlesOf,
  heldFiles,
  isRefusal,
  type Reading,
  readingInput,
  readingOf,
  requestFor,
} from './reading.ts';
import { importReply, stillBusy } from './report.ts';

/** How many rejected rows an answer lists; the count is always whole. */
const REJECTS_SHOWN = 10;

export const importFile = defineCommand({
  name: 'import',
  summary: say`Bring a file at once; /data add looks at it first`,
  examples: ['import file:orders.csv', 'import file:orders.csv columns:"customer=Buyer, date=Order time"'],
  needs: 'analyst',
  bare: 'file',
  input: z.strictObject({
    ...readingInput,
    preview: choice(['yes', 'no'], say`only say what the file would bring`).default('no'),
  }),

  async run(input, context): Promise<Reply> {
    refuseDemo(context);
    const reading = readingOf(input);
    if (input.preview === 'yes') return look(await takeIn(input.from, context), reading, context);
    const files = input.from === undefined ? context.uploads : heldFiles(input.from, context);
    const [bundle, ...others] = await bundlesOf<Sent>(files, context);
    if (!bundle) throw noFile(context);
    if (others.length > 0) return bringEach([bundle, ...others], reading, context);
    try {
      return (await bring(bundle, reading, context)).reply;
    } catch (error) {
      if (!isQuestion(error)) throw error;
      throw asQuestion(error, bundle[0].name, await hold(bundle, context), reading);
    }
  },
});

/** A file, held already or not. */
type Sent = Upload & { readonly id?: string };
type Bundle = readonly [Sent, ...Sent[]];

async function bring(bundle: Bundle, reading: Reading, context: Context): Promise<Came> {
  const { facts } = context;
  const isHeld = bundle.every(({ id }) => id !== undefined);
  const report = await facts.imports.load(requestFor(bundle, reading, context));
  settle(report, context);
  const from = isHeld || report.rejected > 0 ? await hold(bundle, context) : null;
  const rejects = await facts.imports.rejects(report.id, REJECTS_SHOWN);
  return { id: report.id, reply: afterwards(report, rejects, { from, reading, context }) };
}

/** Several that are not one: what is wrong with one of them keeps no other out, and hides none that came in. */
async function bringEach(bundles: readonly Bundle[], reading: Reading, context: Context): Promise<Reply> {
  const came: Came[] = [];
  const refused: Reply[] = [];
  for (const bundle of bundles) {
    try {
      came.push(await bring(bundle, reading, context));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const [{ name }] = bundle;
      refused.push({
        title: say`${name} did not come in`,
        tone: 'careful',
        parts: [{ kind: 'text', text: sentences(error.says, error.remedy) }],
        actions: isQuestion(error)
          ? [
              {
                label: say`Look at ${name}`,
                style: 'plain',
                ask: askAbout('data add', await hold(bundle, context), reading),
              },
            ]
          : [],
      });
    }
  }
  if (came.length > 0) return together(came, refused);
  const why = refused.flatMap(({ title, parts }) => [title, ...parts.map((part) => ('text' in part ? part.text : ''))]);
  throw new Refusal(
    say`None of the ${count(refused.length)} files came in`,
    lines(why),
    refused.flatMap(({ actions = [] }) => actions),
  );
}

/** Whether a click could mend it. */
const isQuestion = (error: unknown): boolean => asQuestion(error, '', '', { columns: {}, answers: {} }) !== error;

/** The ids of the files, which are held from now on: those that no question is about are the door's to remove. */
async function hold(bundle: readonly Sent[], { files, caller }: Context): Promise<string> {
  const ids: string[] = [];
  for (const file of bundle) ids.push(file.id ?? (await files.keep(file, caller)).id);
  return ids.join(',');
}

/** The shop is what the first file says, and what was computed before is old. */
function settle(report: ImportReport, { state, now }: Context): void {
  state.atomically(() => {
    if (!state.shop.read()) state.shop.set(report.shop);
    state.schedules.add('refresh', report.id, now);
  });
}

function afterwards(
  report: ImportReport,
  rejects: Parameters<typeof importReply>[1],
  { from, reading, context }: { readonly from: string | null; readonly reading: Reading; readonly context: Context },
): Reply {
  const told = new Set(context.state.aliases.list().map(({ layout, field, header }) => `${layout} ${field} ${header}`));
  const remember = Object.entries(reading.columns)
    .filter(([field, column]) => !told.has(`${report.layout} ${field} ${column}`))
    .slice(0, 3)
    .map(
      ([field, column]): Action => ({
        label: say`Always take ${column} as ${field}`,
        style: 'plain',
        ask: { name: 'data alias', input: { layout: report.layout, field, column } },
      }),
    );
  const reply = importReply(report, rejects, stillBusy(context));
  return {
    ...reply,
    actions: [
      { label: say`Forecast`, style: 'primary', ask: { name: 'forecast', input: {} } },
      { label: say`Segments`, style: 'plain', ask: { name: 'segment', input: {} } },
      ...(report.rejected > 0 && from !== null
        ? [{ label: say`Get the file to fix`, style: 'plain', ask: askAbout('data fix', from, reading) } as const]
        : []),
      ...remember,
      {
        label: say`Undo import`,
        style: 'danger',
        ask: { name: 'data undo', input: { import: report.id } },
        confirm: say`${count(report.stored)} rows of ${report.name} will no longer count.`,
      },
    ],
  };
}

/** One import of several: its id, and what is told of it. */
type Came = { readonly id: string; readonly reply: Reply };

/** Several imports as one answer, each under its title; the first buttons are those of the last that came in. */
function together(came: readonly Came[], refused: readonly Reply[]): Reply {
  const all = [...came.map(({ reply }) => reply), ...refused];
  const about = (name: string, label: (id: string) => Said) =>
    came.flatMap(({ id, reply: { actions = [] } }) =>
      actions.filter(({ ask }) => ask.name === name).map((action) => ({ ...action, label: label(id) })),
    );
  return {
    title:
      refused.length === 0
        ? say`${count(all.length)} files`
        : say`${count(came.length)} of ${count(all.length)} files came in`,
    tone: all.every(({ tone }) => tone === 'good') ? 'good' : 'careful',
    parts: all.flatMap(({ title, parts }) => [
      { kind: 'text' as const, text: title },
      ...parts.filter(({ kind }) => kind === 'facts' || kind === 'text'),
    ]),
    actions: [
      ...(came.at(-1)?.reply.actions ?? []).slice(0, 2),
      ...refused.flatMap(({ actions = [] }) => actions),
      ...about('data fix', (id) => say`Get the file to fix of ${id}`),
      ...about('data undo', (id) => say`Undo ${id}`),
    ],
  };
}

import { z } from 'zod';
import type { ImportReport } from '../../data/types.ts';
import type { Upload } from '../call.ts';
import { type Context, defineCommand } from '../command.ts';
import { choice } from '../inputs.ts';
import type { Action, Reply } from '../reply.ts';
import { noFile, refuseDemo } from './add.ts';
import { previewReply } from './preview.ts';
import { asQuestion } from './questions.ts';
import { askAbout, bundlesOf, heldFiles, type Reading, readingInput, readingOf, requestFor } from './reading.ts';
import { importReply, stillBusy } from './report.ts';

/** How many rejected rows an answer lists; the count is always whole. */
const REJECTS_SHOWN = 10;

export const importFile = defineCommand({
  name: 'import',
  summary: 'Bring a file at once; /data add looks at it first',
  examples: ['import file:orders.csv', 'import file:orders.csv columns:"customer=Buyer, date=Order time"'],
  needs: 'analyst',
  bare: 'file',
  input: z.strictObject({
    ...readingInput,
    preview: choice(['yes', 'no'], 'only say what the file would bring').default('no'),
  }),

  async run(input, context): Promise<Reply> {
    refuseDemo(context);
    const reading = readingOf(input);
    const files = input.from === undefined ? context.uploads : heldFiles(input.from, context);
    const bundles = await bundlesOf<Sent>(files, context);
    if (bundles.length === 0) throw noFile();
    const replies: Reply[] = [];
    for (const bundle of bundles) replies.push(await bring(bundle, reading, input.preview === 'yes', context));
    return replies.length === 1 ? replies[0]! : together(replies);
  },
});

/** A file, held already or not. */
type Sent = Upload & { readonly id?: string };

/** One bundle, in or looked at. What a click could mend is asked by buttons, about the files as they are then held. */
async function bring(bundle: readonly [Sent, ...Sent[]], reading: Reading, looks: boolean, context: Context) {
  const { facts } = context;
  const isHeld = bundle.every(({ id }) => id !== undefined);
  const request = requestFor(bundle, reading, context);
  try {
    if (looks) return previewReply(await facts.imports.preview(request), await hold(bundle, context), reading);
    const report = await facts.imports.load(request);
    settle(report, context);
    const from = isHeld || report.rejected > 0 ? await hold(bundle, context) : null;
    return afterwards(report, await facts.imports.rejects(report.id, REJECTS_SHOWN), { from, reading, context });
  } catch (error) {
    const isQuestion = asQuestion(error, request.name, '', reading) !== error;
    throw isQuestion ? asQuestion(error, request.name, await hold(bundle, context), reading) : error;
  }
}

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
        label: `Always take ${column} as ${field}`,
        style: 'plain',
        ask: { name: 'data alias', input: { layout: report.layout, field, column } },
      }),
    );
  const reply = importReply(report, rejects, stillBusy(context));
  return {
    ...reply,
    actions: [
      { label: 'Forecast', style: 'primary', ask: { name: 'forecast', input: {} } },
      { label: 'Segments', style: 'plain', ask: { name: 'segment', input: {} } },
      ...(report.rejected > 0 && from !== null
        ? [{ label: 'Get the file to fix', style: 'plain', ask: askAbout('data fix', from, reading) } as const]
        : []),
      ...remember,
      {
        label: 'Undo import',
        style: 'danger',
        ask: { name: 'data undo', input: { import: report.id } },
        confirm: `${report.stored} rows of ${report.name} will no longer count.`,
      },
    ],
  };
}

/** Several imports as one answer, each under its title; the buttons are those of the last that brought orders. */
function together(replies: readonly Reply[]): Reply {
  return {
    title: `${replies.length} files`,
    tone: replies.every(({ tone }) => tone === 'good') ? 'good' : 'careful',
    parts: replies.flatMap(({ title, parts }) => [
      { kind: 'text' as const, text: title },
      ...parts.filter(({ kind }) => kind === 'facts' || kind === 'text'),
    ]),
    actions: [
      ...(replies.at(-1)?.actions ?? []).slice(0, 2),
      ...replies.flatMap(({ title, actions = [] }) =>
        actions
          .filter(({ ask }) => ask.name === 'data undo')
          .map((action) => ({ ...action, label: `Undo ${title.split(' ')[0]}` })),
      ),
    ],
  };
}

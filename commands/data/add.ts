import { z } from 'zod';
import type { ImportPreview } from '../../data/types.ts';
import { formatDays } from '../../words/quantity.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand, type HeldFile, MOST_HELD, mayActAs } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Reply } from '../reply.ts';
import { previewReply } from './preview.ts';
import { asQuestion, cancel } from './questions.ts';
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
import { waitingFiles } from './waiting.ts';

export const dataAdd = defineCommand({
  name: 'data add',
  summary: 'Look at a file before it comes in: what it was read as, what it would change',
  examples: ['data add file:orders.csv'],
  // Who may not import is told whom to ask, and can ask by a click.
  needs: 'viewer',
  personal: true,
  bare: 'file',
  input: z.strictObject(readingInput),

  async run(input, context): Promise<Reply> {
    refuseDemo(context);
    const held = await takeIn(input.from, context);
    refuseViewer(idsOf(held), context);
    return look(held, readingOf(input), context);
  },
});

const idsOf = (held: readonly HeldFile[]): string => held.map(({ id }) => id).join(',');

/** What held files would bring, together or each by itself. */
export async function look(held: readonly HeldFile[], reading: Reading, context: Context): Promise<Reply> {
  const [bundle, ...others] = await bundlesOf(held, context);
  if (!bundle) throw noFile(context);
  if (others.length > 0) return lookAtEach(held, reading, context);
  const from = idsOf(held);
  try {
    return previewReply(await context.facts.imports.preview(requestFor(bundle, reading, context)), from, reading);
  } catch (error) {
    throw asQuestion(error, bundle.map(({ name }) => name).join(', '), from, reading);
  }
}

/** The files that are meant: held ones, or those that came along, which are held from now on. */
export async function takeIn(from: string | undefined, context: Context): Promise<readonly HeldFile[]> {
  if (from !== undefined) return heldFiles(from, context);
  const { uploads, files, caller } = context;
  if (uploads.length === 0) throw noFile(context);
  if (uploads.length > MOST_HELD) {
    throw new Refusal(`${uploads.length} files are more than I look at together`, `Send up to ${MOST_HELD} at once.`);
  }
  const held: HeldFile[] = [];
  for (const upload of uploads) held.push(await files.keep(upload, caller));
  return held;
}

/** With those that the caller brought earlier, and that wait. */
export function noFile({ state, caller, now }: Pick<Context, 'state' | 'caller' | 'now'>): Refusal {
  return new Refusal(
    'No file came with that',
    'Attach the file: drop it into the workspace, use the upload of /data add in Slack or Discord, or name it at the terminal: /data add file:orders.csv',
    waitingFiles({ state, caller, now }),
  );
}

export function refuseDemo({ shop }: Pick<Context, 'shop'>): void {
  if (!shop?.demo) return;
  throw new Refusal(
    'This is the demo shop: your orders do not belong in it',
    'Start Sextant on a database of your own, DATABASE_PATH=data/local/shop.db npm start, and bring the file there.',
  );
}

function refuseViewer(from: string, { caller, state, now }: Context): void {
  if (caller.role !== null && mayActAs(caller.role, 'analyst')) return;
  const { id: actor, name: actorName } = actorOf(caller);
  state.audit.append({ at: now, actor, actorName, act: 'import refused', subject: from, version: null, detail: {} });
  const may = state.people.list().filter(({ role }) => mayActAs(role, 'analyst'));
  const who =
    may.length > 0
      ? may
          .slice(0, 3)
          .map(({ name }) => name)
          .join(' or ')
      : 'an admin';
  throw new Refusal('Importing needs the analyst role', `Ask ${who}.`, [
    { label: 'Ask for me', style: 'primary', ask: { name: 'data ask', input: { from } } },
    cancel(from),
  ]);
}

/** Files that do not belong together, each by itself: one row and one button each. */
async function lookAtEach(held: readonly HeldFile[], reading: Reading, context: Context): Promise<Reply> {
  const looks: { readonly file: HeldFile; readonly preview: ImportPreview | null; readonly problem: string }[] = [];
  for (const file of held) {
    try {
      const preview = await context.facts.imports.preview(requestFor([file], reading, context));
      looks.push({ file, preview, problem: '' });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      looks.push({ file, preview: null, problem: error.message });
    }
  }
  const good = looks.filter(({ preview }) => preview !== null && preview.stored > 0);
  const all: Action = {
    label: `Import ${good.length === held.length ? 'all' : `these ${good.length}`}`,
    style: 'primary',
    ask: askAbout('import', good.map(({ file }) => file.id).join(','), reading),
  };
  return {
    title: `${held.length} files`,
    tone: good.length === held.length ? 'plain' : 'careful',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: 'File', unit: 'text' },
          { title: 'Read as', unit: 'text' },
          { title: 'Rows', unit: 'count' },
          { title: 'Days', unit: 'text' },
          { title: 'New', unit: 'count' },
          { title: 'Rejected', unit: 'count' },
          { title: 'Money', unit: 'money' },
          { title: 'Problem', unit: 'text' },
        ],
        rows: looks.map(({ file, preview, problem }) =>
          preview
            ? [
                file.name,
                preview.layout,
                preview.rows,
                preview.firstDay && preview.lastDay ? formatDays(preview.firstDay, preview.lastDay, preview.shop) : '–',
                preview.stored,
                preview.rejected,
                preview.orders > 0 ? preview.revenueMinor : null,
                '',
              ]
            : [file.name, '–', null, '–', null, null, null, problem],
        ),
      },
      { kind: 'note', text: 'Each is looked at by itself, as if it came first. Nothing is stored yet.' },
    ],
    actions: [
      ...(good.length > 1 ? [all] : []),
      ...held.map(
        ({ id, name }): Action => ({
          label: `Look at ${name}`,
          style: 'plain',
          ask: askAbout('data add', id, reading),
        }),
      ),
      cancel(idsOf(held)),
    ],
  };
}

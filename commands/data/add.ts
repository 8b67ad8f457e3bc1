import { z } from 'zod';
import type { ImportPreview } from '../../data/types/imports.ts';
import { count, listed, named, period, say, type Words } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand, type HeldFile, MOST_HELD, mayActAs } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Reply } from '../reply.ts';
import { notInDemo } from '../setup/own-shop.ts';
import { kindName } from './kind-names.ts';
import { previewReply } from './preview.ts';
import { asQuestion, cancel, problemOf } from './questions.ts';
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
  summary: say`Look at a file before it comes in: what it was read as, what it would change`,
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
    throw new Refusal(
      say`${count(uploads.length)} files are more than I look at together`,
      say`Send up to ${count(MOST_HELD)} at once.`,
    );
  }
  const held: HeldFile[] = [];
  for (const upload of uploads) held.push(await files.keep(upload, caller));
  return held;
}

/** With those that the caller brought earlier, and that wait. */
export function noFile({ state, caller, now }: Pick<Context, 'state' | 'caller' | 'now'>): Refusal {
  return new Refusal(
    say`No file came with that`,
    say`Attach the file: drop it into the workspace, use the upload of /data add in Slack or Discord, or name it at the terminal: /data add file:orders.csv`,
    waitingFiles({ state, caller, now }),
  );
}

export function refuseDemo(context: Context): void {
  if (context.shop?.demo) throw notInDemo(context);
}

function refuseViewer(from: string, { caller, state, now }: Context): void {
  if (caller.role !== null && mayActAs(caller.role, 'analyst')) return;
  const { id: actor, name: actorName } = actorOf(caller);
  state.audit.append({ at: now, actor, actorName, act: 'import refused', subject: from, version: null, detail: {} });
  const may = state.people.list().filter(({ role }) => mayActAs(role, 'analyst'));
  const who = listed(may.length > 0 ? may.slice(0, 3).map(({ name }) => name) : [say`an admin`], 'or');
  throw new Refusal(say`Importing needs the analyst role`, say`Ask ${who}.`, [
    { label: say`Ask for me`, style: 'primary', ask: { name: 'data ask', input: { from } } },
    cancel(from),
  ]);
}

/** Files that do not belong together, each by itself: one row and one button each. */
async function lookAtEach(held: readonly HeldFile[], reading: Reading, context: Context): Promise<Reply> {
  const looks: { readonly file: HeldFile; readonly preview: ImportPreview | null; readonly problem: Words }[] = [];
  for (const file of held) {
    try {
      const preview = await context.facts.imports.preview(requestFor([file], reading, context));
      looks.push({ file, preview, problem: '' });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      looks.push({ file, preview: null, problem: problemOf(error, reading) });
    }
  }
  const countedIn = looks.find(({ preview }) => preview)?.preview?.shop;
  const good = looks.filter(({ preview }) => preview !== null && preview.stored > 0);
  const all: Action = {
    label: good.length === held.length ? say`Import all` : say`Import these ${count(good.length)}`,
    style: 'primary',
    ask: askAbout('import', good.map(({ file }) => file.id).join(','), reading),
  };
  return {
    title: say`${count(held.length)} files`,
    tone: good.length === held.length ? 'plain' : 'careful',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: say`File`, unit: 'text' },
          { title: say`Read as`, unit: 'text' },
          { title: say`Rows`, unit: 'count' },
          { title: say`Days`, unit: 'text' },
          { title: say`New`, unit: 'count' },
          { title: say`Rejected`, unit: 'count' },
          { title: say`Money`, unit: 'money' },
          { title: say`Problem`, unit: 'text' },
        ],
        rows: looks.map(({ file, preview, problem }) =>
          preview
            ? [
                named(file.name),
                kindName(preview.layout),
                preview.rows,
                preview.firstDay && preview.lastDay ? say`${period(preview.firstDay, preview.lastDay)}` : null,
                preview.stored,
                preview.rejected,
                preview.orders > 0 ? preview.revenueMinor : null,
                '',
              ]
            : [named(file.name), null, null, null, null, null, null, problem],
        ),
      },
      { kind: 'note', text: say`Each is looked at by itself, as if it came first. Nothing is stored yet.` },
    ],
    actions: [
      ...(good.length > 1 ? [all] : []),
      ...held.map(
        ({ id, name }): Action => ({
          label: say`Look at ${name}`,
          style: 'plain',
          ask: askAbout('data add', id, reading),
        }),
      ),
      cancel(idsOf(held)),
    ],
    ...(countedIn && { countedIn }),
  };
}

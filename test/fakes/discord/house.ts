import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Call, Luggage } from '../../../commands/call.ts';
import { type Command, defineCommand } from '../../../commands/command.ts';
import { receiptId, text, wholeNumber } from '../../../commands/inputs.ts';
import type { Part, Reply } from '../../../commands/reply.ts';
import type { Shop } from '../../../data/types/shop.ts';
import { parseCommandLine } from '../../../src/arguments.ts';
import type { House, Suggested, Wish } from '../../../src/doors.ts';
import type { Answer, Reply as ToldReply } from '../../../src/told.ts';
import { named } from '../../../words/say.ts';
import { toldIn } from '../../../words/tell.ts';

export const shop: Shop = { name: 'Warung', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-GB', demo: false };

export const chart = {
  kind: 'chart',
  title: named('Revenue'),
  subtitle: named('Data until 2026-04-20'),
  alt: named('Revenue forecast 8 weeks: IDR 61M in week 8, up 24 %'),
  chart: { type: 'bars', unit: 'money', bars: [{ label: named('Week 8'), value: 6_100_000_000 }] },
} as const satisfies Part;

/** What the made-up house heard, and what it will say. */
export type MadeUpHouse = House & {
  readonly calls: Omit<Call, 'at'>[];
  /** What was being typed, and what is offered for it. */
  readonly wishes: Wish[];
  suggests: readonly Suggested[] | Promise<readonly Suggested[]>;
  /** The bytes of the last upload, as they lay on disk. */
  uploaded: Buffer | null;
  /** Where the last call wanted to hear how far it has come. */
  progress: Luggage['progress'] | null;
  /** Replaces the answer of every command. */
  says: Partial<Answer>;
  /** Every answer waits for this. */
  waitsFor: Promise<unknown>;
};

/** A house of eight commands, for trying a door without the rest of Sextant. */
export function madeUpHouse(): MadeUpHouse {
  const house: MadeUpHouse = {
    commands,
    calls: [],
    wishes: [],
    suggests: [],
    uploaded: null,
    progress: null,
    says: {},
    waitsFor: Promise.resolve(),
    keep: () => {
      throw new Error('Discord holds no files by itself');
    },
    suggest: async (wish) => {
      house.wishes.push(wish);
      return house.suggests;
    },
    async ask({ name, input }, caller, { uploads = [], progress } = {}) {
      house.progress = progress ?? null;
      house.calls.push({ name, input, caller, ...(uploads.length > 0 && { uploads }) });
      if (uploads[0]) house.uploaded = readFileSync(uploads[0].path);
      await house.waitsFor;
      const { share, ...own } = input;
      const command = commands.find((each) => each.name === name);
      const read = command?.input.safeParse(own);
      if (!command || !read?.success)
        return answer({ title: 'I did not understand that', tone: 'careful', parts: [] }, 'refused');
      const said = await command.run(read.data, nothing);
      return {
        ...answer(toldIn(said, { language: 'en', shop })),
        ...(share === 'yes' && { audience: 'channel' }),
        ...house.says,
      };
    },
    async askLine(line, caller, luggage) {
      const parsed = parseCommandLine(line, commands);
      if (parsed.known) return house.ask(parsed.ask, caller, luggage);
      return answer({ title: `There is no command "${parsed.typed}"`, tone: 'careful', parts: [] }, 'refused');
    },
  };
  return house;
}

function answer(reply: ToldReply, outcome: Answer['outcome'] = 'answered'): Answer {
  return { ...reply, outcome, audience: 'caller', shop, language: 'en' };
}

/** The made-up commands look at their input only. */
const nothing = {} as Parameters<Command['run']>[1];

const said = (title: string, parts: readonly Part[], actions: Reply['actions'] = []): Reply => ({
  title: named(title),
  tone: 'plain',
  parts,
  actions,
});

const proposal = { id: 'P-31', version: '2' };

const commands: readonly Command[] = [
  defineCommand({
    name: 'forecast',
    summary: named('Expected revenue, with a range'),
    examples: ['forecast weeks:8'],
    needs: 'viewer',
    input: z.strictObject({
      weeks: wholeNumber({ from: 1, to: 52, says: named('how many weeks ahead') }).default(8),
      by: z.enum(['channel', 'product']).optional().meta({ kind: 'choice', description: 'split by' }),
    }),
    run: ({ weeks }) => said(`Revenue, next ${weeks} weeks`, [chart]),
  }),
  defineCommand({
    name: 'budget plan',
    summary: named('A first allocation of a total'),
    examples: ['budget plan total:100M'],
    needs: 'viewer',
    input: z.strictObject({ note: text(named('a remark')).optional(), total: text(named('how much in all')) }),
    run: ({ total }) =>
      said(
        'A proposal',
        [{ kind: 'text', text: named(`Total ${total}`) }],
        [
          {
            label: named('Approve'),
            style: 'primary',
            ask: { name: 'budget approve', input: proposal },
            confirm: named('IDR 50M moves from Ads to Vouchers.'),
          },
          {
            label: named('Reject'),
            style: 'danger',
            ask: { name: 'budget reject', input: proposal },
            form: {
              title: named('Reject P-31'),
              submit: named('Reject'),
              fields: [
                { name: 'reason', label: named('Why?'), kind: 'text', required: true },
                {
                  name: 'again',
                  label: named('Make me another?'),
                  kind: 'choice',
                  required: false,
                  choices: [{ value: 'yes', label: named('Yes, another') }],
                },
              ],
            },
          },
          { label: named('Why?'), style: 'plain', ask: { name: 'forecast', input: { weeks: 3 } } },
        ],
      ),
  }),
  defineCommand({
    name: 'budget show',
    summary: named('One proposal'),
    examples: ['budget show proposal:P-31'],
    needs: 'viewer',
    input: z.strictObject({ proposal: receiptId(named('the proposal'), 'proposal') }),
    run: ({ proposal: id }) => said(`${id} waits`, []),
  }),
  defineCommand({
    name: 'budget approve',
    summary: named('Approves a proposal'),
    examples: ['budget approve id:P-31 version:2'],
    needs: 'approver',
    hidden: true,
    input: z.strictObject({ id: z.string(), version: z.string() }),
    run: ({ id }) => said(`${id} approved`, []),
  }),
  defineCommand({
    name: 'budget reject',
    summary: named('Rejects a proposal'),
    examples: ['budget reject id:P-31 version:2 reason:late'],
    needs: 'approver',
    hidden: true,
    input: z.strictObject({ id: z.string(), version: z.string(), reason: z.string(), again: z.string().optional() }),
    run: ({ id }) => said(`${id} rejected`, []),
  }),
  defineCommand({
    name: 'segment',
    summary: named('Groups of customers'),
    examples: ['segment'],
    needs: 'viewer',
    input: z.strictObject({}),
    run: () => said('Segments', []),
  }),
  defineCommand({
    name: 'segment who',
    summary: named('Where one customer belongs'),
    examples: ['segment who r:30'],
    needs: 'viewer',
    input: z.strictObject({ r: wholeNumber({ from: 0, to: 3650, says: named('days since the last order') }) }),
    run: () => said('Champions', []),
  }),
  defineCommand({
    name: 'import',
    summary: named('Reads a file of orders'),
    examples: ['import file:orders.csv'],
    needs: 'analyst',
    input: z.strictObject({
      file: z.string().optional().meta({ kind: 'file', description: 'a CSV of orders' }),
      kind: z.enum(['orders', 'customers']).optional().meta({ kind: 'choice', description: 'what it holds' }),
      columns: text(named('which column holds what')).optional(),
    }),
    run: ({ file, kind }) => said(kind ? `Read ${kind}` : `Read ${file}`, []),
  }),
];

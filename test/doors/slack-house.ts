import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Ask, Caller, Luggage, Upload } from '../../commands/call.ts';
import { type Command, defineCommand } from '../../commands/command.ts';
import { choice, text, wholeNumber } from '../../commands/inputs.ts';
import type { Shop } from '../../data/types/shop.ts';
import { parseCommandLine } from '../../src/arguments.ts';
import type { House } from '../../src/doors.ts';
import { openSlack, type SlackDoor, type SlackOptions } from '../../src/slack/door.ts';
import type { Action, Answer, ChartPart, Reply } from '../../src/told.ts';
import { named } from '../../words/say.ts';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, startFakeSlack } from '../fakes/slack/index.ts';

/** A made-up house of a few commands: behind the door it is the door that is tested. */

export const shop: Shop = { name: 'Test', currency: 'GBP', zone: 'Europe/London', locale: 'en-GB', demo: false };

export const chart: ChartPart = {
  kind: 'chart',
  title: 'Revenue, next 8 weeks',
  subtitle: 'Data until 19 April',
  alt: 'Revenue rises from 40 k to 62 k in week 8',
  chart: { type: 'bars', unit: 'money', bars: [{ label: 'Week 1', value: 4_000_000 }] },
};

/** A picture of its own kind: the bytes are compared after the upload. */
export const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 0, 255]);

export type Asked = {
  readonly ask: Ask;
  readonly caller: Caller;
  readonly uploads: readonly Upload[];
  readonly progress?: Luggage['progress'];
};

const never = (): never => {
  throw new Error('the stub house does not run commands');
};

export const commands: readonly Command[] = [
  defineCommand({
    name: 'forecast',
    summary: named('Expected revenue'),
    examples: ['forecast weeks:8'],
    needs: 'viewer',
    input: z.strictObject({ weeks: wholeNumber({ from: 1, to: 52, says: named('how many weeks') }).default(4) }),
    run: never,
  }),
  defineCommand({
    name: 'budget propose',
    summary: named('Ask for a budget shift'),
    examples: ['budget propose total:100M'],
    needs: 'analyst',
    input: z.strictObject({ total: text(named('how much')) }),
    run: never,
  }),
  defineCommand({
    name: 'budget decide',
    summary: named('Decide on a proposal'),
    examples: ['budget decide id:P-31 vote:approve'],
    needs: 'approver',
    hidden: true,
    input: z.strictObject({
      id: text(named('which')),
      vote: choice(['approve', 'reject'], named('yes or no')),
      reason: text(named('why')).optional(),
    }),
    run: never,
  }),
  defineCommand({
    name: 'import',
    summary: named('Read a file of orders'),
    examples: ['import file:orders.csv'],
    needs: 'analyst',
    input: z.strictObject({
      file: text(named('the file')).meta({ kind: 'file', description: 'the file' }).optional(),
      layout: choice(['uci', 'generic'], named('how the file is laid out')).optional(),
    }),
    run: never,
  }),
];

/** Those of every house that the door asks by itself. */
const others: readonly Command[] = [
  defineCommand({
    name: 'home',
    summary: named('What waits for you'),
    examples: ['home'],
    needs: null,
    hidden: true,
    input: z.strictObject({}),
    run: never,
  }),
  defineCommand({
    name: 'why',
    summary: named('Where a number came from'),
    examples: ['why F-1'],
    needs: 'viewer',
    hidden: true,
    bare: 'id',
    input: z.strictObject({ id: text(named('which')) }),
    run: never,
  }),
];

export const approvalCard: Reply = {
  title: 'P-31 waits for a decision',
  tone: 'plain',
  parts: [{ kind: 'facts', facts: [{ label: 'Vouchers', value: 7_000_000, unit: 'money', receipt: 'P-31' }] }],
  actions: [
    {
      label: 'Approve',
      style: 'primary',
      ask: { name: 'budget decide', input: { id: 'P-31', vote: 'approve' } },
      confirm: 'Vouchers go from GBP 70,000 to GBP 78,000 a week.',
    },
    {
      label: 'Reject',
      style: 'danger',
      ask: { name: 'budget decide', input: { id: 'P-31', vote: 'reject' } },
      form: {
        title: 'Reject P-31',
        submit: 'Reject',
        fields: [{ name: 'reason', label: 'Why?', kind: 'text', required: true }],
      },
    },
    { label: 'Import orders', style: 'plain', ask: { name: 'import', input: {} } },
  ],
};

/** `answers` says what each command gives; it may take its time. Everything asked is kept in `asked`. */
export function stubHouse(answers: (asked: Asked) => Reply | Partial<Answer> | Promise<Reply | Partial<Answer>>) {
  const asked: Asked[] = [];
  const ask = async (wish: Ask, caller: Caller, { uploads = [], progress }: Luggage = {}): Promise<Answer> => {
    const each = { ask: wish, caller, uploads, ...(progress && { progress }) };
    asked.push(each);
    const said = await answers(each);
    return {
      title: 'Done',
      tone: 'plain',
      parts: [],
      outcome: 'answered',
      audience: wish.input.share === 'yes' ? 'channel' : 'caller',
      shop,
      language: 'en',
      ...said,
    };
  };
  const known = [...commands, ...others];
  const house: House = {
    commands: known,
    ask,
    keep: never,
    suggest: never,
    askLine(line, caller, luggage) {
      const parsed = parseCommandLine(line, known);
      return ask(parsed.known ? parsed.ask : { name: parsed.typed, input: {} }, caller, luggage);
    },
  };
  return { house, asked };
}

export const transports = {
  socket: { kind: 'socket', appToken: APP_TOKEN },
  http: { kind: 'http', signingSecret: SIGNING_SECRET, port: 0, host: '127.0.0.1' },
} as const;

export type Answers = Parameters<typeof stubHouse>[0];
export type SlackStreet = Awaited<ReturnType<typeof slackStreet>>;

/** The stand-in, and real doors before it that lead to a made-up house. Waiting moves its clock instead of ours. */
export async function slackStreet() {
  const slack = await startFakeSlack();
  const log: string[] = [];
  const opened: SlackDoor[] = [];
  return {
    slack,
    log,
    async open(kind: keyof typeof transports, answers: Answers, options: Partial<SlackOptions> = {}) {
      const { house, asked } = stubHouse(answers);
      const door = await openSlack(
        {
          botToken: BOT_TOKEN,
          transport: transports[kind],
          apiUrl: slack.apiUrl,
          filesOrigin: slack.origin,
          renderChart: async () => png,
          now: slack.clock.now,
          pause: async (ms) => slack.clock.advance(ms),
          log: (level, message) => log.push(`${level}: ${message}`),
          ...options,
        },
        house,
      );
      opened.push(door);
      if (kind === 'http') slack.deliversTo(`http://127.0.0.1:${door.port}/slack/events`);
      return { asked, door };
    },
    async close() {
      for (const door of opened) await door.close();
      await slack.close();
    },
  };
}

/** The same for one test: closed when it is over. */
export async function slackForTest() {
  const street = await slackStreet();
  onTestFinished(() => street.close());
  return street;
}

/** Posts the card that waits for a decision, with its own buttons or these. */
export function post({ outlet }: SlackDoor, actions: readonly Action[] = approvalCard.actions!) {
  return outlet.post('C1', { ...approvalCard, actions, shop: null, language: 'en' }, 'card');
}

export function reply(title: string, ...parts: Reply['parts']): Reply {
  return { title, tone: 'plain', parts };
}

export function refusal(title: string, words: string): Partial<Answer> {
  return { title, tone: 'careful', outcome: 'refused', parts: [{ kind: 'text', text: words }] };
}

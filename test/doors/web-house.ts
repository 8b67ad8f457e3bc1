import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Caller, Luggage } from '../../commands/call.ts';
import { type Command, defineCommand, mayActAs } from '../../commands/command.ts';
import { choice, text, wholeNumber } from '../../commands/inputs.ts';
import type { Reply } from '../../commands/reply.ts';
import type { Shop } from '../../data/types/shop.ts';
import { parseCommandLine } from '../../src/arguments.ts';
import type { House } from '../../src/doors.ts';
import type { Answer, Rendered, Reply as ToldReply } from '../../src/told.ts';
import type { PostedMessage, WebMessages, WebOptions, WebPeople, WebPerson } from '../../src/web/ports.ts';
import { named, day as onDay } from '../../words/say.ts';
import { toldIn } from '../../words/tell.ts';

/** A made-up house for the workspace: few commands, people and messages, all in memory. */

export const demoShop: Shop = {
  name: 'Kopi Nusantara',
  currency: 'IDR',
  zone: 'Asia/Jakarta',
  locale: 'en-GB',
  demo: true,
};
export const realShop: Shop = { ...demoShop, name: 'Nazava', demo: false };

const person = (user: string, name: string, role: WebPerson['role']): WebPerson => ({ door: 'web', user, name, role });
export const cast = {
  rina: person('rina', 'Rina', 'analyst'),
  vina: person('vina', 'Vina', 'viewer'),
  dina: person('dina', 'Dina', 'approver'),
  raka: person('raka', 'Raka', 'approver'),
};

const day = (i: number) => new Date(Date.UTC(2026, 0, 5) + i * 7 * 86_400_000).toISOString().slice(0, 10);
const expected = Array.from({ length: 8 }, (_, i) => 150e8 + 5e8 * Math.sin(i));

export const forecast = defineCommand({
  name: 'forecast',
  summary: named('Expected revenue, with a range and its record'),
  examples: ['forecast weeks:8'],
  needs: 'viewer',
  input: z.strictObject({
    weeks: wholeNumber({ from: 1, to: 52, says: named('how many weeks ahead') }).default(8),
    by: choice(['total', 'channel'], named('split by')).default('total'),
  }),
  run: (): Reply => ({
    title: named('Next 8 weeks: IDR 1.2bn, about as much as the last 8'),
    tone: 'plain',
    parts: [
      {
        kind: 'facts',
        facts: [
          {
            label: named('Expected in all'),
            value: 1_203e8,
            unit: 'money',
            low: 1_100e8,
            high: 1_310e8,
            receipt: 'F-1042',
          },
          { label: named('Method'), value: named('MSTL + ETS, better than last year repeated'), unit: 'text' },
          { label: named('Past error'), value: 0.18, unit: 'share' },
        ],
      },
      {
        kind: 'chart',
        title: named('Sales stay near IDR 150M a week'),
        subtitle: named('Placed orders, weekly · data until 29 Mar 2026'),
        alt: named('Weekly sales stay near 150 million, 80 % range 130 to 170 million.'),
        chart: {
          type: 'forecast',
          unit: 'money',
          actual: Array.from({ length: 13 }, (_, i) => ({ day: day(i), value: 140e8 + 20e8 * Math.sin(i / 2) })),
          expected: expected.map((value, i) => ({ day: day(13 + i), value })),
          bands: [
            {
              level: 0.8,
              points: expected.map((v, i) => ({ day: day(13 + i), low: v - 12e8 - i * 1e8, high: v + 12e8 + i * 1e8 })),
            },
            {
              level: 0.95,
              points: expected.map((v, i) => ({ day: day(13 + i), low: v - 20e8 - i * 2e8, high: v + 20e8 + i * 2e8 })),
            },
          ],
        },
      },
      {
        kind: 'table',
        title: named('Week by week'),
        columns: [
          { title: named('Week from'), unit: 'day' },
          { title: named('Expected'), unit: 'money' },
          { title: named('Low (80%)'), unit: 'money' },
          { title: named('High (80%)'), unit: 'money' },
          { title: named('Run'), unit: 'receipt' },
        ],
        rows: Array.from({ length: 20 }, (_, i) => [onDay(day(13 + i)), 150e8, 138e8, 162e8, named('F-1042')]),
      },
      { kind: 'file', name: 'forecast.csv', mime: 'text/csv', content: 'week,expected\n2026-04-06,150\n' },
      { kind: 'note', text: named('Each range is meant to hold 4 weeks in 5. Data complete to Sunday 29 March.') },
    ],
    actions: [{ label: named('What if…'), style: 'plain', ask: { name: 'forecast', input: { weeks: 4 } } }],
  }),
});

export const nasty = '<img src=x onerror="document.title=1"> <!channel> @everyone';

export const why = defineCommand({
  name: 'why',
  summary: named('Where a number came from'),
  examples: ['why F-1042'],
  needs: 'viewer',
  bare: 'id',
  input: z.strictObject({ id: text(named('an id such as F-1042')) }),
  run: ({ id }): Reply => ({
    title: named(`Why ${id}`),
    tone: 'plain',
    parts: [{ kind: 'text', text: named(`Because of ${nasty}`) }],
  }),
});

export type Decision = { readonly by: string; readonly input: Readonly<Record<string, unknown>> };

/** The house, and what became of it. */
export function makeHouse() {
  const decisions: Decision[] = [];
  const uploads: { readonly name: string; readonly content: string }[] = [];
  const callers: Caller[] = [];
  const decide = defineCommand({
    name: 'budget approve',
    summary: named('Approve a budget shift'),
    examples: ['budget approve P-31'],
    needs: 'approver',
    bare: 'id',
    input: z.strictObject({ id: text(named('the proposal')), comment: text(named('why')).optional() }),
    run: (input, { caller }): Reply => {
      decisions.push({ by: caller.user, input });
      return { title: named(`Approved by ${caller.name}`), tone: 'good', parts: [] };
    },
  });
  const load = defineCommand({
    name: 'import',
    summary: named('Load a file of orders'),
    examples: ['import'],
    needs: 'analyst',
    input: z.strictObject({
      file: text(named('the file')).meta({ kind: 'file' }).optional(),
      from: text(named('a file that came earlier')).meta({ kind: 'held' }).optional(),
      columns: text(named('which is which')).optional(),
    }),
    async run({ from, columns }, { uploads: [upload] }): Promise<Reply> {
      if (!upload) return { title: named(`${from} is in, ${columns}`), tone: 'good', parts: [] };
      uploads.push({ name: upload.name, content: await readFile(upload.path, 'utf8') });
      return { title: named(`I-19 ${upload.name}: 2 rows stored`), tone: 'good', parts: [] };
    },
  });
  const add = defineCommand({
    name: 'data add',
    summary: named('Look at a file'),
    examples: ['data add file:orders.csv'],
    needs: 'analyst',
    input: z.strictObject({
      file: text(named('the file')).meta({ kind: 'file' }).optional(),
      from: text(named('a file that came earlier')).meta({ kind: 'held' }).optional(),
    }),
    run: ({ from }): Reply => ({ title: named(`A look at ${from}`), tone: 'plain', parts: [] }),
  });
  const help = defineCommand({
    name: 'help',
    summary: named('What can be asked'),
    examples: ['help'],
    needs: null,
    input: z.strictObject({}),
    run: (): Reply => ({
      title: named('Ask me'),
      tone: 'plain',
      parts: [{ kind: 'text', text: named('/forecast, /why') }],
    }),
  });
  const broken = defineCommand({
    name: 'broken',
    summary: named('Breaks'),
    examples: ['broken'],
    needs: null,
    hidden: true,
    input: z.strictObject({}),
    run: () => {
      throw new Error('secret detail');
    },
  });
  const commands: Command[] = [forecast, why, decide, load, add, help, broken];

  const run = async (
    name: string,
    input: Readonly<Record<string, unknown>>,
    caller: Caller,
    { uploads = [] }: Luggage = {},
  ): Promise<Answer> => {
    callers.push(caller);
    const role = Object.values(cast).find(({ user }) => user === caller.user)?.role ?? null;
    const command = commands.find((each) => each.name === name);
    const { share, ...rest } = input;
    const end = (reply: ToldReply, outcome: Answer['outcome']): Answer => ({
      ...reply,
      outcome,
      audience: share === undefined || outcome !== 'answered' ? 'caller' : 'channel',
      shop: demoShop,
      language: 'en',
    });
    const refuse = (title: string) => end({ title, tone: 'careful', parts: [] }, 'refused');
    if (!command) return refuse(`There is no command "${name}"`);
    if (command.needs !== null && (role === null || !mayActAs(role, command.needs)))
      return refuse(`/${name} needs the ${command.needs} role`);
    const read = command.input.safeParse(rest);
    if (!read.success) return refuse('I did not understand that');
    try {
      const context = { caller: { ...caller, role }, uploads };
      const said = await command.run(read.data, context as unknown as Parameters<Command['run']>[1]);
      return end(toldIn(said, { language: 'en', shop: demoShop }), 'answered');
    } catch {
      return end({ title: 'Something broke on our side', tone: 'bad', parts: [] }, 'fault');
    }
  };
  const house: House = {
    commands,
    async keep({ name, path }) {
      uploads.push({ name, content: await readFile(path, 'utf8') });
      return { id: `U-${uploads.length}` };
    },
    suggest: async () => [],
    ask: ({ name, input }, caller, luggage) => run(name, input, caller, luggage),
    askLine: (line, caller, luggage) => {
      const parsed = parseCommandLine(line, commands);
      return parsed.known
        ? run(parsed.ask.name, parsed.ask.input, caller, luggage)
        : run(parsed.typed, {}, caller, luggage);
    },
  };
  return { house, decisions, uploads, callers };
}

export const proposalCard: Rendered = {
  title: 'P-31: move IDR 8M a week from flash sale to vouchers',
  tone: 'careful',
  shop: demoShop,
  language: 'en',
  parts: [
    { kind: 'facts', facts: [{ label: 'Promise a week', value: 9e8, unit: 'money', low: -2e8, high: 21e8 }] },
    { kind: 'text', text: 'Asked by Rina. Expires Wednesday 17:00.' },
  ],
  actions: [
    {
      label: 'Approve',
      style: 'primary',
      ask: { name: 'budget approve', input: { id: 'P-31' } },
      confirm: 'Vouchers go from IDR 70M to 78M a week, flash sale from 30M to 22M.',
    },
    {
      label: 'Reject',
      style: 'danger',
      ask: { name: 'budget approve', input: { id: 'P-31' } },
      form: {
        title: 'Reject P-31',
        submit: 'Reject',
        fields: [{ name: 'comment', label: 'Why', kind: 'text', required: true }],
      },
    },
  ],
};

export const digest: Rendered = {
  title: 'Last week: IDR 152M, inside the band',
  tone: 'good',
  shop: demoShop,
  language: 'en',
  parts: [
    {
      kind: 'facts',
      facts: [
        { label: 'Sales', value: 152e8, unit: 'money', receipt: 'F-1042' },
        { label: 'Forecast', value: 147e8, unit: 'money', low: 121e8, high: 173e8 },
        { label: 'Inside the band', value: '9 of 12 weeks', unit: 'text' },
      ],
    },
    { kind: 'note', text: 'Week 23–29 March, complete. Placed orders.' },
  ],
};

export function memoryMessages(): WebMessages {
  const all: (PostedMessage & { key: string })[] = [];
  return {
    post(channel, key, content, at, thread) {
      const known = all.find((each) => each.channel === channel && each.key === key);
      if (known) return known.ref;
      all.push({ ref: String(all.length + 1), channel, key, content, thread, postedAt: at, changedAt: null });
      return String(all.length);
    },
    update(ref, content, at) {
      const index = all.findIndex((each) => each.ref === ref);
      if (index === -1) return false;
      all[index] = { ...all[index]!, content, changedAt: at };
      return true;
    },
    find: (channel, key) => all.find((each) => each.channel === channel && each.key === key)?.ref ?? null,
    list: (channel, limit) => all.filter((each) => each.channel === channel).slice(-limit),
  };
}

/** Links "link-<user>" work once, sessions are "session-<user>", API tokens "token-<user>". */
export function memoryPeople(): WebPeople {
  const spent = new Set<string>();
  const named = (secret: string, prefix: string) =>
    Object.values(cast).find(({ user }) => secret === `${prefix}${user}` && !spent.has(secret)) ?? null;
  return {
    personas: () => Object.values(cast),
    redeem(token) {
      const holder = named(token, 'link-');
      spent.add(token);
      return holder && `session-${holder.user}`;
    },
    session: (secret) => named(secret, 'session-'),
    end: (secret) => void spent.add(secret),
    caller: (token) => named(token, 'token-'),
  };
}

export function webOptions(changes: Partial<WebOptions> = {}): WebOptions {
  return {
    port: 0,
    shop: () => demoShop,
    messages: memoryMessages(),
    people: memoryPeople(),
    now: Date.now,
    readiness: () => ({ ready: true, checks: { database: 'writable' } }),
    languageOf: ({ language = 'en' }) => language,
    signInAdvice: named('Type /signin in Slack.'),
    report: (error) => {
      throw error;
    },
    ...changes,
  };
}

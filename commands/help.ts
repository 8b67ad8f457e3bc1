import { z } from 'zod';
import { count, named, plural, type Said, say, type Words } from '../words/say.ts';
import { argumentsOf, type Command, type Context, defineCommand, mayActAs } from './command.ts';
import { text } from './inputs.ts';
import { nearest } from './nearest.ts';
import { Refusal } from './refusal.ts';
import type { Action, Part, Reply, Row, Value } from './reply.ts';

export const help = defineCommand({
  name: 'help',
  summary: say`What one may ask, or all about one command`,
  examples: ['help', 'help forecast', 'help budget plan', 'help all'],
  needs: null,
  bare: 'command',
  input: z.strictObject({ command: text(say`a command, such as forecast, or all`, { names: 'command' }).optional() }),

  run({ command: typed }, { commands, caller }) {
    const open = commands.filter(({ hidden }) => !hidden);
    if (typed === undefined) return byPurpose(open, caller.role);
    const name = typed.replace(/^\//, '').toLowerCase();
    if (name === 'all') return overview(open);
    const family = open.filter((each) => each.name === name || each.name.startsWith(`${name} `));
    if (family.length > 0) return { title: say`/${name}`, tone: 'plain', parts: family.flatMap(about) };
    const near = nearest(
      name,
      open.map((each) => each.name),
    );
    throw new Refusal(
      say`There is no command "${typed}"`,
      near ? say`Did you mean /help ${near}?` : say`/help all lists every command.`,
    );
  },
});

/** What people come for, in the order of a week; the line that does it. */
const purposes: readonly { readonly wish: Words; readonly name: string; readonly line?: string }[] = [
  { wish: say`What waits for me?`, name: 'home' },
  { wish: say`How did last week go?`, name: 'digest' },
  { wish: say`Were we right? What closed this week?`, name: 'lookback' },
  { wish: say`What will the coming weeks bring?`, name: 'forecast', line: 'forecast weeks:8' },
  { wish: say`How right were all forecasts so far?`, name: 'ledger' },
  { wish: say`Is anything out of the ordinary?`, name: 'alerts', line: 'alerts' },
  { wish: say`Who are my customers?`, name: 'segment' },
  { wish: say`Who moved up, who is slipping away?`, name: 'segment moves' },
  { wish: say`Whom do I write to?`, name: 'list make' },
  { wish: say`What do my campaigns bring?`, name: 'campaign roi' },
  { wish: say`What should I plan next?`, name: 'campaign plan' },
  { wish: say`Which holidays and sales days are counted with?`, name: 'calendar', line: 'calendar list' },
  { wish: say`Where should the budget go?`, name: 'budget plan' },
  { wish: say`What waits for a decision?`, name: 'budget pending' },
  { wish: say`Bring in a file`, name: 'data add' },
  { wish: say`How fresh is the data, is all well?`, name: 'status' },
  { wish: say`Where does a number come from?`, name: 'why', line: 'why F-1' },
  { wish: say`Set this up: shop, files, channels, people`, name: 'start' },
  { wish: say`Change your language`, name: 'language' },
];

/** Whoever is known sees what they may ask; who is not known sees all, to know what there is. */
function byPurpose(commands: readonly Command[], role: Context['caller']['role']): Reply {
  const rows = purposes.flatMap(({ wish, name, line = name }): Row[] => {
    const command = commands.find((each) => each.name === name || each.name.startsWith(`${name} `));
    if (!command) return [];
    const may = role === null || command.needs === null || mayActAs(role, command.needs);
    return may ? [[wish, named(`/${line}`)]] : [];
  });
  const offered = [
    { label: say`Forecast`, name: 'forecast' },
    { label: say`Segments`, name: 'segment' },
    { label: say`Campaign returns`, name: 'campaign roi' },
  ];
  return {
    title: say`What you can ask`,
    tone: 'plain',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: say`You want to know`, unit: 'text' },
          { title: say`Type this`, unit: 'text' },
        ],
        rows,
      },
      {
        kind: 'note',
        text: say`Arguments are written key:value, for example /forecast weeks:8. Add share:yes to answer where all can read it. /help forecast tells all about one command, /help all lists every one.`,
      },
    ],
    actions: [
      ...offered
        .filter(({ name }) => role !== null && commands.some((each) => each.name === name))
        .map(({ label, name }): Action => ({ label, style: 'plain', ask: { name, input: {} } })),
      { label: say`All commands`, style: 'plain', ask: { name: 'help', input: { command: 'all' } } },
    ],
  };
}

function overview(commands: readonly Command[]): Reply {
  return {
    title: plural(commands.length, say`${count(commands.length)} command`, say`${count(commands.length)} commands`),
    tone: 'plain',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: say`Command`, unit: 'text' },
          { title: say`What it does`, unit: 'text' },
        ],
        rows: commands.map(({ name, summary }) => [named(`/${name}`), summary]),
      },
    ],
  };
}

function about(command: Command): Part[] {
  const takes = argumentsOf(command).map(({ name, description, required, choices, from, to }) => {
    const values: Value =
      choices !== undefined
        ? named(choices.join(', '))
        : from !== undefined && to !== undefined && to !== Number.MAX_SAFE_INTEGER
          ? say`${count(from)} to ${count(to)}`
          : null;
    return [required ? say`${name}: (needed)` : say`${name}:`, description, values];
  });
  return [
    { kind: 'text', text: say`/${command.name}: ${command.summary}.` },
    ...(takes.length > 0
      ? [
          {
            kind: 'table' as const,
            columns: [
              { title: say`Argument`, unit: 'text' as const },
              { title: say`Meaning`, unit: 'text' as const },
              { title: say`Values`, unit: 'text' as const },
            ],
            rows: takes,
          },
        ]
      : []),
    { kind: 'note', text: say`For example: ${besides(command.examples)}` },
  ];
}

/** Lines to type, side by side. */
function besides([first, ...others]: Command['examples']): Said {
  return others.reduce<Said>((before, each) => say`${before} · /${each}`, say`/${first}`);
}

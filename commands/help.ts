import { z } from 'zod';
import { argumentsOf, type Command, defineCommand } from './command.ts';
import { text } from './inputs.ts';
import { nearest } from './nearest.ts';
import { Refusal } from './refusal.ts';
import type { Reply } from './reply.ts';

export const help = defineCommand({
  name: 'help',
  summary: 'What one may ask, or all about one command',
  examples: ['help', 'help forecast', 'help budget plan'],
  needs: null,
  bare: 'command',
  input: z.strictObject({ command: text('a command, such as forecast').optional() }),

  run({ command: typed }, { commands }) {
    const open = commands.filter(({ hidden }) => !hidden);
    if (typed === undefined) return overview(open);
    const name = typed.replace(/^\//, '').toLowerCase();
    const family = open.filter((each) => each.name === name || each.name.startsWith(`${name} `));
    if (family.length > 0) return { title: `/${name}`, tone: 'plain', parts: family.flatMap(about) };
    const near = nearest(
      name,
      open.map((each) => each.name),
    );
    throw new Refusal(
      `There is no command "${typed}"`,
      near ? `Did you mean /help ${near}?` : `There is: ${open.map((each) => `/${each.name}`).join(', ')}.`,
    );
  },
});

function overview(commands: readonly Command[]): Reply {
  return {
    title: 'What you can ask',
    tone: 'plain',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: 'Command', unit: 'text' },
          { title: 'What it does', unit: 'text' },
        ],
        rows: commands.map(({ name, summary }) => [`/${name}`, summary]),
      },
      {
        kind: 'note',
        text: 'Arguments are written key:value, for example /forecast weeks:8. /help forecast tells all about one command. Add share:yes to answer where all can read it.',
      },
    ],
  };
}

function about(command: Command): Reply['parts'] {
  const takes = argumentsOf(command).map(({ name, description, required, choices, from, to }) => {
    const range = choices ? ` (${choices.join(', ')})` : from !== undefined ? ` (${from} to ${to})` : '';
    return [`${name}:${required ? ' (needed)' : ''}`, `${description}${range}`];
  });
  return [
    { kind: 'text', text: `/${command.name}: ${command.summary}.` },
    ...(takes.length > 0
      ? [
          {
            kind: 'table' as const,
            columns: [
              { title: 'Argument', unit: 'text' as const },
              { title: 'Meaning', unit: 'text' as const },
            ],
            rows: takes,
          },
        ]
      : []),
    { kind: 'note', text: `For example: ${command.examples.map((example) => `/${example}`).join(' · ')}` },
  ];
}

import type { z } from 'zod';
import type { Call } from '../commands/call.ts';
import { argumentsOf, type Command, type Context, mayActAs } from '../commands/command.ts';
import { mayTellOfFew, withoutFew } from '../commands/few-people.ts';
import { nearest } from '../commands/nearest.ts';
import { Refusal } from '../commands/refusal.ts';
import type { Action, Answer, Part, Reply, Unit } from '../commands/reply.ts';
import { Refusal as FactsRefusal } from '../data/facts/errors.ts';
import { NotEnoughData } from '../models/errors.ts';
import { SHARE, whyNotShared } from './share.ts';

/** Where unexpected failures go. Returns the reference the person can quote. */
export type ReportFault = (error: unknown, call: Call) => string;

/** Money is whole minor units, also where a model spoke in fractions of them. */
function inWholeMinor(reply: Reply): Reply {
  const whole = <V>(value: V, unit: Unit): V =>
    unit === 'money' && typeof value === 'number' ? (Math.round(value) as V) : value;
  const parts = reply.parts.map((part): Part => {
    if (part.kind === 'facts') {
      return {
        ...part,
        facts: part.facts.map((fact) => ({
          ...fact,
          value: whole(fact.value, fact.unit),
          ...(fact.low !== undefined && { low: whole(fact.low, fact.unit) }),
          ...(fact.high !== undefined && { high: whole(fact.high, fact.unit) }),
        })),
      };
    }
    if (part.kind !== 'table') return part;
    return { ...part, rows: part.rows.map((row) => row.map((value, i) => whole(value, part.columns[i]!.unit))) };
  });
  return { ...reply, parts };
}

/**
 * The one way in. Never rejects: whatever happens becomes an Answer a person can act on.
 *
 * Checks, in this order: is there such a command, may the caller ask it, are its arguments right.
 */
export async function dispatch(call: Call, context: Context, reportFault: ReportFault): Promise<Answer> {
  const { [SHARE]: share, ...input } = call.input;
  const shared = share !== undefined && !/^(no|false|0)$/i.test(String(share));
  const answer = (reply: Reply, outcome: Answer['outcome']): Answer => ({
    ...reply,
    outcome,
    audience: shared && outcome === 'answered' ? 'channel' : 'caller',
    shop: context.state.shop.read(),
  });
  const refuse = (title: string, text: string, actions: readonly Action[] = []): Answer =>
    answer({ title, tone: 'careful', parts: [{ kind: 'text', text }], actions }, 'refused');

  const command = context.commands.find(({ name }) => name === call.name);
  if (!command) return refuse(`There is no command "${call.name}"`, adviceOnName(call.name, context.commands));
  if (!mayAsk(command, context))
    return refuse(`/${command.name} needs the ${command.needs} role`, adviceOnRights(context));
  const { caller } = context;
  const unshared = shared ? whyNotShared(command, context.shop, caller.seat ?? caller.door, caller.outsiders) : null;
  if (unshared) return refuse(unshared, `Ask again without ${SHARE}.`);
  const read = command.input.safeParse(input);
  if (!read.success)
    return refuse(`I did not understand that /${command.name}`, adviceOnInput(command, input, read.error));

  try {
    const reply = inWholeMinor(await command.run(read.data, { ...context, shared }));
    return answer(mayTellOfFew({ ...context, shared }) ? reply : withoutFew(reply), 'answered');
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.message, error.remedy, error.actions);
    if (error instanceof NotEnoughData) {
      return refuse(`/${command.name} ${error.message}`, 'Import more history with /import, or ask about less.');
    }
    if (error instanceof FactsRefusal) return refuse(error.message, [...error.evidence, error.remedy].join('\n'));
    const reference = reportFault(error, call);
    return answer(
      {
        title: 'Something broke on our side',
        tone: 'bad',
        parts: [{ kind: 'text', text: `Nothing was changed. Please quote ${reference} when you ask about it.` }],
      },
      'fault',
    );
  }
}

function mayAsk(command: Command, { caller }: Context): boolean {
  return command.needs === null || (caller.role !== null && mayActAs(caller.role, command.needs));
}

function adviceOnName(typed: string, commands: readonly Command[]): string {
  const open = commands.filter(({ hidden }) => !hidden);
  const family = open.filter(({ name }) => name.startsWith(`${typed} `));
  if (family.length > 0) return `Say which: ${family.map(({ name }) => `/${name}`).join(', ')}.`;
  const near = open.find(
    ({ name }) =>
      name ===
        nearest(
          typed,
          open.map((each) => each.name),
        ) || name === nearest(typed.split(' ')[0]!, [name]),
  );
  return near
    ? `Did you mean /${near.name}? For example: /${near.examples[0]}. All commands: /help.`
    : `There is: ${open.map(({ name }) => `/${name}`).join(', ')}.`;
}

function adviceOnRights({ caller, state }: Context): string {
  const admins = state.people.list().filter(({ role }) => role === 'admin');
  const who = admins.length > 0 ? admins.map(({ name }) => name).join(' or ') : 'an admin';
  const you = caller.role ? `You are a ${caller.role} here.` : 'I do not know you yet.';
  return `${you} Ask ${who} to run: /team set user:${caller.door}:${caller.user} role:… (at the terminal: npm run ask -- '…').`;
}

/** Every problem at once, the nearest word where one was misspelt, and an example that works. */
function adviceOnInput(command: Command, input: Call['input'], error: z.ZodError): string {
  const names = argumentsOf(command).map(({ name }) => name);
  const problems = error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      const name = issue.path.join(' ');
      const missing = input[name] === undefined;
      return [missing ? `${name} is missing.` : `${name} ${issue.message}.`];
    }
    return issue.keys.map((key) => {
      const near = nearest(key, names);
      const takes = names.length > 0 ? `It takes: ${names.join(', ')}.` : 'It takes none.';
      return `"${key}" is not an argument of /${command.name}. ${near ? `Did you mean ${near}:?` : takes}`;
    });
  });
  const asked = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => nearest(key, names) ?? key) : [issue.path.join(' ')],
  );
  const example =
    command.examples.find((each) => asked.some((name) => each.includes(`${name}:`))) ?? command.examples[0];
  return [...problems, `For example: /${example}`].join('\n');
}

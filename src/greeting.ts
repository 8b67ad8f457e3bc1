import type { Context } from '../commands/command.ts';
import type { Action } from '../commands/reply.ts';
import { say } from '../words/say.ts';
import { greetings } from '../words/typed.ts';

/** Whoever says hello to a chat bot wants to know how to begin. */
export function isGreeting(typed: string): boolean {
  return greetings.has(typed.split(/[\s,!.]/)[0]!.toLowerCase());
}

/** Buttons to what people begin with. */
export function toBegin({ commands }: Pick<Context, 'commands'>): readonly Action[] {
  return ['help', 'start'].flatMap((name): Action[] =>
    commands.some((each) => each.name === name)
      ? [{ label: say`/${name}`, style: 'plain', ask: { name, input: {} } }]
      : [],
  );
}

import { type Command, type Context, mayActAs } from '../commands/command.ts';
import type { Action, Reply } from '../commands/reply.ts';

/** Whether the caller has the role that a command needs. */
export function mayAsk({ needs }: Pick<Command, 'needs'>, { caller }: Context): boolean {
  return needs === null || (caller.role !== null && mayActAs(caller.role, needs));
}

/** Whether a command is offered to the caller: some may be asked by many, and do something for few. */
export function mayBeOffered(command: Command, context: Context): boolean {
  return mayAsk(command, context) && (command.offeredTo?.(context) ?? true);
}

/** A button is offered to one person only where they may press it; what stands in a channel is for all. */
export function withOwnButtons(reply: Reply, context: Context): Reply {
  const { actions } = reply;
  if (!actions) return reply;
  const isOffered = ({ ask }: Action) => {
    const command = context.commands.find(({ name }) => name === ask.name);
    return command === undefined || mayBeOffered(command, context);
  };
  return { ...reply, actions: actions.filter(isOffered) };
}

import { type Command, type Context, mayActAs } from '../commands/command.ts';
import type { Action, Reply } from '../commands/reply.ts';

/** Whether the caller has the role that a command needs. */
export function mayAsk({ needs }: Pick<Command, 'needs'>, { caller }: Context): boolean {
  return needs === null || (caller.role !== null && mayActAs(caller.role, needs));
}

/** A button is offered to one person only where they may press it; what stands in a channel is for all. */
export function withOwnButtons(reply: Reply, context: Context): Reply {
  const { actions } = reply;
  if (!actions) return reply;
  const commandOf = ({ ask }: Action) => context.commands.find(({ name }) => name === ask.name);
  return { ...reply, actions: actions.filter((action) => mayAsk(commandOf(action) ?? { needs: null }, context)) };
}

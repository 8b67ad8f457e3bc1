import type { Proposal } from '../../../data/state/types/proposals.ts';
import type { Context } from '../../command.ts';
import { openExecution } from './execution.ts';
import { postInstruction } from './instruction.ts';

/**
 * What follows from an approval. Called once per approved proposal, inside the transaction that approves it: whatever
 * is promised here is promised together with the approval, or not at all.
 *
 * @throws {Refusal} when a guard stands against carrying it out
 */
export function onApproved(proposal: Proposal, context: Context): void {
  const { executor } = openExecution(proposal, context);
  if (executor === 'manual') postInstruction(proposal, context);
}

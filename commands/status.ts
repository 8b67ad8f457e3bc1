import { z } from 'zod';
import { daysBetween } from '../models/days.ts';
import { formatValue } from '../words/quantity.ts';
import { frozenWords } from './budget/execution/frozen.ts';
import { defineCommand } from './command.ts';
import type { Part } from './reply.ts';

/** A shop that is looked after brings its orders at least every week. */
const OLD_AFTER_DAYS = 10;

const carriedOut = { manual: 'by hand', webhook: 'by webhook', file: 'by file drop' } as const;

export const status = defineCommand({
  name: 'status',
  summary: 'How fresh the data is, what ran last, what waits, which doors are open',
  examples: ['status'],
  needs: 'viewer',
  input: z.strictObject({}),

  async run(_, { facts, state, shop, doors, today, execution }) {
    const coverage = await facts.coverage();
    const messages = state.outbox.counts();
    const frozen = state.executions.frozen();
    const dead = state.outbox.dead();
    const waiting = (at: 'proposed' | 'approved') => state.proposals.list({ states: [at], limit: 100 }).length;
    const parts: Part[] = [
      {
        kind: 'facts',
        facts: [
          { label: 'Shop', value: shop ? `${shop.name}, ${shop.currency}, ${shop.zone}` : 'not set up', unit: 'text' },
          { label: 'Orders', value: coverage.orders, unit: 'count' },
          { label: 'Customers', value: coverage.customers, unit: 'count' },
          { label: 'Data from', value: coverage.firstDay, unit: 'day' },
          { label: 'Complete until', value: coverage.lastCompleteDay, unit: 'day' },
          {
            label: 'Age of the data',
            value: coverage.lastCompleteDay ? daysBetween(coverage.lastCompleteDay, today) : null,
            unit: 'days',
          },
          { label: 'Messages waiting', value: messages.waiting, unit: 'count' },
          { label: 'Messages sent', value: messages.sent, unit: 'count' },
          { label: 'Messages failed', value: messages.dead, unit: 'count' },
          { label: 'Waiting for a decision', value: waiting('proposed'), unit: 'count' },
          { label: 'Approved, to be carried out', value: waiting('approved'), unit: 'count' },
          { label: 'Budget changes', value: frozen ? frozenWords(frozen) : carriedOut[execution.by], unit: 'text' },
        ],
      },
      {
        kind: 'table',
        title: 'Last runs',
        columns: [
          { title: 'Run', unit: 'receipt' },
          { title: 'What', unit: 'text' },
          { title: 'Made', unit: 'instant' },
          { title: 'Data until', unit: 'day' },
        ],
        rows: (['forecast', 'segments', 'returns', 'budget'] as const).flatMap((kind) => {
          const run = state.runs.latest(kind);
          return run ? [[run.id, kind, run.madeAt, run.receipt.dataUntil]] : [];
        }),
      },
      {
        kind: 'table',
        title: 'Schedule',
        columns: [
          { title: 'Job', unit: 'text' },
          { title: 'Next', unit: 'instant' },
          { title: 'Last finished', unit: 'instant' },
          { title: 'Problem', unit: 'text' },
        ],
        rows: state.schedules.due().map(({ name, nextDueAt }) => {
          const last = state.schedules.lastFinished().find(({ schedule }) => schedule === name);
          return [name, nextDueAt, last?.finishedAt ?? null, last?.error ?? ''];
        }),
      },
      {
        kind: 'table',
        title: 'Doors',
        columns: [
          { title: 'Door', unit: 'text' },
          { title: 'State', unit: 'text' },
        ],
        rows: doors.map((each) => [each.door, each.state]),
      },
    ];
    if (dead.length > 0) {
      parts.push({
        kind: 'text',
        text: dead.map(({ door, channel, error }) => `Not delivered to ${door} ${channel}: ${error}`).join('\n'),
      });
    }
    const age = coverage.lastCompleteDay === null ? null : daysBetween(coverage.lastCompleteDay, today);
    const trouble =
      dead.length > 0
        ? `${messages.dead} messages could not be delivered`
        : age === null
          ? 'No orders have come in yet'
          : age > OLD_AFTER_DAYS
            ? `The data ended ${formatValue(age, 'days', shop)} ago`
            : null;
    return {
      title: trouble ?? 'All is well',
      tone: trouble === null ? 'good' : dead.length > 0 ? 'bad' : 'careful',
      parts,
      actions: dead.length > 0 ? [{ label: 'Send again', style: 'primary', ask: { name: 'retry', input: {} } }] : [],
    };
  },
});

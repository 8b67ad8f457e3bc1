import { z } from 'zod';
import { addDays } from '../../models/days.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { actorOf } from '../actor.ts';
import { defineCommand } from '../command.ts';
import { csvFile } from '../csv.ts';
import { receiptId } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Table } from '../reply.ts';
import { counted, LEAST_PEOPLE, standingReason } from './exclusions.ts';
import { findDraft } from './find.ts';

const LASTS_MS = 24 * 60 * 60 * 1000;

export const listExport = defineCommand({
  name: 'list export',
  summary: 'The file of a list, once, for you alone and on record',
  examples: ['list export T-12'],
  needs: 'analyst',
  personal: true,
  bare: 'list',
  input: z.strictObject({ list: receiptId('the list, such as T-12') }),

  async run({ list }, context) {
    const { state, facts, shop, now, today, caller } = context;
    const test = findDraft(context, list);
    if (!shop || now - test.madeAt > LASTS_MS) {
      throw new Refusal(`${test.id} is older than a day`, 'People move and order: make it anew with /list make.');
    }
    const { id, draw } = state.tests.members(test.id);
    const audience = await facts.audience(id);
    const running = state.tests.running(today);
    const reasons = Array.from(id, (customer, at) => standingReason({ audience, running }, at, customer));
    const stays = [...reasons.keys()].filter((at) => reasons[at] === null);
    const removed = counted(reasons.filter((reason) => reason !== null));
    const because = Object.entries(removed).map(
      ([reason, people]) => `${formatValue(people, 'count', shop)} ${reason}`,
    );
    if (stays.length < LEAST_PEOPLE) {
      throw new Refusal(
        `Only ${stays.length} people of ${test.id} may be written to any more`,
        `Since it was made: ${because.join(', ')}. A list needs ${LEAST_PEOPLE} people: make it anew with /list make.`,
      );
    }
    const chosen = stays.filter((at) => draw[at]! >= test.heldShare).map((at) => audience.ref[at]!);
    if (chosen.length === 0) {
      throw new Refusal(`Everybody of ${test.id} is held out`, `Hold out fewer: /list hold list:${test.id} holdout:50`);
    }
    const firstDay = addDays(today, 1);
    const actor = actorOf(caller);
    const held = stays.length - chosen.length;
    state.atomically(() => {
      findDraft(context, test.id);
      // Off both arms alike: who may not be written to has no counterpart among those who are.
      const gone = [...id].filter((_, at) => reasons[at] !== null);
      if (gone.length > 0) state.tests.drop(test.id, gone, added(test.leftOut, removed));
      state.tests.export(test.id, actor.id, now, firstDay);
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'list exported',
        subject: test.id,
        version: null,
        detail: {
          people: chosen.length,
          held,
          ...(because.length > 0 && { removed }),
          windowDays: test.windowDays,
          reason: test.reason,
        },
      });
    });
    const table: Table = {
      kind: 'table',
      columns: [
        { title: 'customer', unit: 'text' },
        { title: 'list', unit: 'text' },
      ],
      rows: chosen.map((customer) => [customer, `${test.id} ${test.name}`]),
    };
    const lastDay = addDays(firstDay, test.windowDays - 1);
    const count = (value: number) => formatValue(value, 'count', shop);
    return {
      title: `${test.id}: ${count(chosen.length)} customers to write to`,
      tone: 'good',
      parts: [
        {
          kind: 'text',
          text:
            `Send it today. Orders count from ${formatDays(firstDay, lastDay, shop)}; then /list result ${test.id} says what it brought. ` +
            `${count(held)} people are held out and are kept off other lists until then.` +
            (because.length > 0 ? `\nTaken off since it was made: ${because.join(', ')}.` : ''),
        },
        csvFile(`${test.id}.csv`, table, shop),
      ],
    };
  },
});

/** The sums of two counts by reason. */
function added(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Record<string, number> {
  const reasons = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...reasons].map((reason) => [reason, (one[reason] ?? 0) + (other[reason] ?? 0)]));
}

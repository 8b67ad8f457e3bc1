import { z } from 'zod';
import { addDays } from '../../models/days.ts';
import { actorOf } from '../actor.ts';
import { defineCommand } from '../command.ts';
import { csvFile } from '../csv.ts';
import { receiptId } from '../inputs.ts';
import { formatDays, formatValue } from '../quantity.ts';
import { Refusal } from '../refusal.ts';
import type { Table } from '../reply.ts';
import { armsOf } from './card.ts';
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
    const { ref, consent } = await facts.audience(id);
    const running = state.tests.running(today);
    const lost = id.filter((customer, at) => running.has(customer) || consent[at] === 0).length;
    if (lost > 0) {
      throw new Refusal(
        `${formatValue(lost, 'count', shop)} ${lost === 1 ? 'person' : 'people'} of ${test.id} may not be written to any more`,
        'Since it was made they came onto another list or said no to messages; counted among the others they would blur what it brought. Make it anew with /list make.',
      );
    }
    const chosen = ref.filter((_, at) => draw[at]! >= test.heldShare);
    if (chosen.length === 0) {
      throw new Refusal(`Everybody of ${test.id} is held out`, `Hold out fewer: /list hold list:${test.id} holdout:50`);
    }
    const firstDay = addDays(today, 1);
    const actor = actorOf(caller);
    const { held } = armsOf(context, test);
    state.atomically(() => {
      if (!state.tests.export(test.id, actor.id, now, firstDay)) {
        throw new Refusal(`${test.id} was exported before`, 'Its file was made once, for whoever asked first.');
      }
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'list exported',
        subject: test.id,
        version: null,
        detail: { people: chosen.length, held, windowDays: test.windowDays, reason: test.reason },
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
            `${count(held)} people are held out and are kept off other lists until then.`,
        },
        csvFile(`${test.id}.csv`, table, shop),
      ],
    };
  },
});

import { z } from 'zod';
import { addDays } from '../../models/days.ts';
import { count, lines, named, period, say, sentences } from '../../words/say.ts';
import { inEnglish } from '../../words/tell.ts';
import { actorOf } from '../actor.ts';
import { defineCommand } from '../command.ts';
import { csvFile } from '../csv.ts';
import { receiptId } from '../inputs.ts';
import { languageOfAnswer } from '../language.ts';
import { Refusal } from '../refusal.ts';
import type { Table } from '../reply.ts';
import { becauseWords, counted, LEAST_PEOPLE, standingReason, summed } from './exclusions.ts';
import { findDraft } from './find.ts';
import { whichList } from './which.ts';

const LASTS_MS = 24 * 60 * 60 * 1000;

export const listExport = defineCommand({
  name: 'list export',
  summary: say`The file of a list, once, for you alone and on record`,
  examples: ['list export T-12'],
  needs: 'analyst',
  personal: true,
  bare: 'list',
  input: z.strictObject({ list: receiptId(say`the list, such as T-12`, 'list').optional() }),

  async run({ list }, context) {
    if (list === undefined) {
      return whichList(context, 'list export', ({ exportedAt }) => exportedAt === null);
    }
    const { state, facts, shop, now, today, caller } = context;
    const test = findDraft(context, list);
    if (!shop || now - test.madeAt > LASTS_MS) {
      throw new Refusal(say`${test.id} is older than a day`, say`People move and order: make it anew with /list make.`);
    }
    const { id, draw } = state.tests.members(test.id);
    const audience = await facts.audience(id);
    const running = state.tests.running(today);
    const reasons = Array.from(id, (customer, at) => standingReason({ audience, running }, at, customer));
    const stays = [...reasons.keys()].filter((at) => reasons[at] === null);
    const removed = counted(reasons.filter((reason) => reason !== null));
    if (stays.length < LEAST_PEOPLE) {
      throw new Refusal(
        say`Only ${count(stays.length)} people of ${test.id} may be written to any more`,
        sentences(
          say`Since it was made, people were taken off it.`,
          ...becauseWords(removed),
          say`A list needs ${count(LEAST_PEOPLE)} people: make it anew with /list make.`,
        ),
      );
    }
    const chosen = stays.filter((at) => draw[at]! >= test.heldShare).map((at) => audience.ref[at]!);
    if (chosen.length === 0) {
      throw new Refusal(
        say`Everybody of ${test.id} is held out`,
        say`Hold out fewer: /list hold list:${test.id} holdout:50`,
      );
    }
    const firstDay = addDays(today, 1);
    const actor = actorOf(caller);
    const held = stays.length - chosen.length;
    state.atomically(() => {
      findDraft(context, test.id);
      // Off both arms alike: who may not be written to has no counterpart among those who are.
      const gone = [...id].filter((_, at) => reasons[at] !== null);
      if (gone.length > 0) state.tests.drop(test.id, gone, summed([...test.leftOut, ...removed]));
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
          ...(removed.length > 0 && {
            removed: Object.fromEntries(removed.map(({ because, people }) => [inEnglish(because), people])),
          }),
          windowDays: test.windowDays,
          reason: test.reason,
        },
      });
    });
    const table: Table = {
      kind: 'table',
      columns: [
        { title: say`customer`, unit: 'text' },
        { title: say`list`, unit: 'text' },
      ],
      rows: chosen.map((customer) => [named(customer), say`${test.id} ${test.name}`]),
    };
    const lastDay = addDays(firstDay, test.windowDays - 1);
    return {
      title: say`${test.id}: ${count(chosen.length)} customers to write to`,
      tone: 'good',
      parts: [
        {
          kind: 'text',
          text: lines([
            sentences(
              say`Send it today. Orders count from ${period(firstDay, lastDay)}; then /list result ${test.id} says what it brought.`,
              say`${count(held)} people are held out and are kept off other lists until then.`,
            ),
            removed.length > 0
              ? sentences(say`Since it was made, people were taken off it.`, ...becauseWords(removed))
              : null,
          ]),
        },
        csvFile(`${test.id}.csv`, table, shop, languageOfAnswer(context)),
      ],
    };
  },
});

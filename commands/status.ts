import { z } from 'zod';
import type { Day } from '../data/types/shop.ts';
import { addDays, daysBetween, startOfWeek } from '../models/days.ts';
import { count, day, lines, named, plural, say, sentences } from '../words/say.ts';
import { houseInWords } from './alerts/house.ts';
import { noNewerData } from './alerts/stale.ts';
import { frozenWords } from './budget/execution/frozen.ts';
import { defineCommand } from './command.ts';
import { waitingFiles } from './data/waiting.ts';
import { heldWords } from './models/hold.ts';
import type { Action, Part } from './reply.ts';
import { schedules } from './schedule/built-in.ts';

const carriedOut = { manual: say`by hand`, webhook: say`by webhook`, file: say`by file drop` } as const;

const runKinds = {
  forecast: say`Forecast`,
  segments: say`Segments`,
  returns: say`Campaign returns`,
  budget: say`Budget plan`,
} as const;

const sendAgain: Action = { label: say`Send again`, style: 'primary', ask: { name: 'retry', input: {} } };

export const status = defineCommand({
  name: 'status',
  summary: say`How fresh the data is, what ran last, what waits, which doors are open`,
  examples: ['status'],
  needs: 'viewer',
  input: z.strictObject({}),

  async run(_, context) {
    const { facts, state, shop, doors, today, execution, caller, now } = context;
    const coverage = await facts.coverage();
    const messages = state.outbox.counts();
    const frozen = state.executions.frozen();
    const dead = state.outbox.dead();
    const held = state.learning.held();
    // What went wrong may name files and people.
    const toAdmin = !context.shared && caller.role === 'admin';
    const does = new Map(schedules(state.scheduleRules).map(({ name, says }) => [name, says]));
    const waiting = (at: 'proposed' | 'approved') => state.proposals.list({ states: [at], limit: 100 }).length;
    const parts: Part[] = [
      {
        kind: 'facts',
        facts: [
          {
            label: say`Shop`,
            value: shop ? say`${shop.name}, ${shop.currency}, ${shop.zone}` : say`not set up`,
            unit: 'text',
          },
          { label: say`Orders`, value: coverage.orders, unit: 'count' },
          { label: say`Customers`, value: coverage.customers, unit: 'count' },
          { label: say`Data from`, value: day(coverage.firstDay), unit: 'day' },
          { label: say`Complete until`, value: day(coverage.lastCompleteDay), unit: 'day' },
          {
            label: say`Age of the data`,
            value: coverage.lastCompleteDay ? daysBetween(coverage.lastCompleteDay, today) : null,
            unit: 'days',
          },
          { label: say`Messages waiting`, value: messages.waiting, unit: 'count' },
          { label: say`Messages sent`, value: messages.sent, unit: 'count' },
          { label: say`Messages failed`, value: messages.dead, unit: 'count' },
          { label: say`Waiting for a decision`, value: waiting('proposed'), unit: 'count' },
          { label: say`Approved, to be carried out`, value: waiting('approved'), unit: 'count' },
          { label: say`Budget changes`, value: frozen ? frozenWords(frozen) : carriedOut[execution.by], unit: 'text' },
        ],
      },
      {
        kind: 'table',
        title: say`Last runs`,
        columns: [
          { title: say`Run`, unit: 'receipt' },
          { title: say`What`, unit: 'text' },
          { title: say`Made`, unit: 'instant' },
          { title: say`Data until`, unit: 'day' },
        ],
        rows: (['forecast', 'segments', 'returns', 'budget'] as const).flatMap((kind) => {
          const run = state.runs.latest(kind);
          return run ? [[run.id, runKinds[kind], run.madeAt, day(run.receipt.dataUntil)]] : [];
        }),
      },
      {
        kind: 'table',
        title: say`Schedule`,
        columns: [
          { title: say`Job`, unit: 'text' },
          { title: say`Next`, unit: 'instant' },
          { title: say`Last finished`, unit: 'instant' },
          { title: say`Problem`, unit: 'text' },
        ],
        rows: state.schedules.due().map(({ name, nextDueAt }) => {
          const last = state.schedules.lastFinished().find(({ schedule }) => schedule === name);
          const problem = last?.error ? (toAdmin ? named(last.error) : say`failed`) : '';
          return [does.get(name) ?? named(name), nextDueAt, last?.finishedAt ?? null, problem];
        }),
      },
      {
        kind: 'table',
        title: say`Doors`,
        columns: [
          { title: say`Door`, unit: 'text' },
          { title: say`State`, unit: 'text' },
        ],
        rows: doors.map((each) => [named(each.door), each.state]),
      },
    ];
    if (dead.length > 0) {
      parts.push({
        kind: 'text',
        text: lines(dead.map(({ door, channel, error }) => say`Not delivered to ${door} ${channel}: ${error}`)),
      });
    }
    const house = await houseInWords(context);
    const troubles = [
      ...(dead.length > 0
        ? [
            plural(
              messages.dead,
              say`${count(messages.dead)} message could not be delivered`,
              say`${count(messages.dead)} messages could not be delivered`,
            ),
          ]
        : []),
      ...(coverage.lastCompleteDay === null ? [say`No orders have come in yet`] : []),
      ...(held === null ? [] : [heldWords(held)]),
      ...house,
      ...(house.length === 0 && lacksWeek(coverage.lastCompleteDay, today)
        ? [noNewerData(coverage.lastCompleteDay!)]
        : []),
    ];
    const [worst, ...others] = troubles;
    if (others.length > 0) parts.unshift({ kind: 'text', text: sentences(...others.map((each) => say`${each}.`)) });
    return {
      title: worst ?? say`All is well`,
      tone: worst === undefined ? 'good' : dead.length > 0 ? 'bad' : 'careful',
      parts,
      actions: [...(dead.length > 0 ? [sendAgain] : []), ...waitingFiles({ state, caller, now })],
    };
  },
});

/** Whoever asks is told as soon as the week that is over is not whole; the admins are woken some days later. */
function lacksWeek(lastCompleteDay: Day | null, today: Day): boolean {
  return lastCompleteDay !== null && lastCompleteDay < addDays(startOfWeek(today), -1);
}

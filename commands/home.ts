import { z } from 'zod';
import type { ScheduleTime } from '../data/state/types/schedules.ts';
import { addDays, daysBetween, startOfWeek } from '../models/days.ts';
import { count, day, instant, named, plural, type Said, say, sentences } from '../words/say.ts';
import { actorOf } from './actor.ts';
import { lastAsked } from './asked.ts';
import { deciderOf, deciders } from './budget/approval/authority.ts';
import { isToDoByHand } from './budget/proposal/reader-card.ts';
import { type Context, defineCommand, mayActAs, type Role } from './command.ts';
import { lastPosted } from './digest/footer.ts';
import { weekOver } from './digest/turn.ts';
import type { Action, Fact, Part, Reply, Row, Value } from './reply.ts';
import { howToGetRights } from './rights.ts';
import { schedules } from './schedule/built-in.ts';

/** More than this is found by asking. */
const MOST_WAITING = 8;
const LOOKED_AT = 50;
const NEXT_JOBS = 3;

export const home = defineCommand({
  name: 'home',
  summary: say`What waits for you, how fresh the data is, what comes next, and your last answers`,
  examples: ['home'],
  needs: null,
  personal: true,
  input: z.strictObject({}),

  async run(_, context) {
    if (context.caller.role === null) return welcome(context);
    const waiting = [
      ...proposalsToDecide(context),
      ...shiftsToCarryOut(context),
      ...lists(context),
      ...alerts(context),
      ...previews(context),
    ];
    return {
      title: titleOf(waiting.length, context),
      tone: waiting.length > 0 ? 'careful' : 'good',
      parts: [
        ...waitingTable(waiting),
        { kind: 'facts', facts: await freshness(context) },
        ...nextJobs(context),
        {
          kind: 'note',
          text: sentences(
            lastAsked(context.state.memory, context.caller).length > 0
              ? say`Your last answers: the buttons with a / ask for them again.`
              : null,
            say`Made ${instant(context.now)}. It is made anew each time it is opened.`,
          ),
        },
      ],
      actions: [...waiting.slice(0, MOST_WAITING).map(({ open }) => open), ...again(context), ...tools(context)],
    };
  },
});

function welcome(context: Context): Reply {
  return {
    title: say`Welcome to Sextant`,
    tone: 'plain',
    parts: [
      {
        kind: 'text',
        text: say`I tell a team how its shop does, what to expect, and what became of what was decided.`,
      },
      { kind: 'text', text: howToGetRights(context) },
    ],
  };
}

function titleOf(waiting: number, { shop }: Context): Said {
  const name = shop?.name ?? 'Sextant';
  if (waiting === 0) return say`${name}: nothing waits for you`;
  return plural(waiting, say`${name}: 1 thing waits for you`, say`${name}: ${count(waiting)} things wait for you`);
}

/** Something that this person can bring on: its id, what it is, until when, and the button to it. */
type Waiting = { readonly id: string; readonly what: Said; readonly until: Value; readonly open: Action };

function waitingFor(id: string, what: Said, until: Value, ask: Action['ask']): Waiting {
  return { id, what, until, open: { label: say`Open ${id}`, style: 'plain', ask } };
}

/** Open shifts on which this person's word counts and is still out. */
function proposalsToDecide({ state, caller, now }: Context): Waiting[] {
  const { id: me, name } = actorOf(caller);
  return state.proposals
    .list({ states: ['proposed'], limit: LOOKED_AT })
    .filter(({ expiresAt }) => expiresAt > now)
    .filter((proposal) => deciderOf(me, name, deciders(proposal, state, now)) !== undefined)
    .filter(({ id }) => !state.proposals.approvals(id).some((each) => each.id === me))
    .map(({ id, requesterName, expiresAt }) =>
      waitingFor(id, say`A budget shift by ${requesterName}, for you to decide`, expiresAt, {
        name: 'budget show',
        input: { proposal: id },
      }),
    );
}

/** Approved shifts that somebody has to carry out by hand: anyone who may say that it is done. */
function shiftsToCarryOut({ state, caller }: Context): Waiting[] {
  if (caller.role === null || !mayActAs(caller.role, 'analyst')) return [];
  const me = actorOf(caller).id;
  return state.proposals
    .list({ states: ['approved'], limit: LOOKED_AT })
    .filter((proposal) => isToDoByHand(proposal, { state }))
    .map(({ id, requester, requesterName }) => {
      const what =
        requester === me
          ? say`Your budget shift is approved, and to be carried out by hand`
          : say`A budget shift by ${requesterName} is approved, and to be carried out by hand`;
      return waitingFor(id, what, null, { name: 'budget show', input: { proposal: id } });
    });
}

function lists({ state, caller, today }: Context): Waiting[] {
  const me = actorOf(caller).id;
  return state.tests
    .list(LOOKED_AT)
    .filter(({ madeBy }) => madeBy === me)
    .flatMap(({ id, name, firstDay, windowDays }) => {
      if (firstDay === null)
        return [
          waitingFor(id, say`Your list "${name}" is not exported yet`, null, {
            name: 'list show',
            input: { list: id },
          }),
        ];
      if (addDays(firstDay, windowDays) > today) return [];
      const ask = { name: 'list result', input: { list: id } };
      return [waitingFor(id, say`What your list "${name}" brought can be told`, null, ask)];
    });
}

function alerts({ state, caller }: Context): Waiting[] {
  const me = actorOf(caller).id;
  return state.alerts
    .ongoing()
    .filter(({ owner }) => owner === me)
    .map(({ id }) => waitingFor(id, say`An alert that you took goes on`, null, { name: 'why', input: { id } }));
}

/** Digests that go out once an admin has looked at the first. */
function previews({ state, caller }: Context): Waiting[] {
  if (caller.role !== 'admin') return [];
  return state.digests
    .list()
    .filter(({ isApproved }) => !isApproved)
    .map(({ door, channel }) => {
      const id = `${door}:${channel}`;
      const what = say`A digest that goes out once you have looked at it`;
      return waitingFor(id, what, null, { name: 'digest preview', input: { channel: id } });
    });
}

function waitingTable(waiting: readonly Waiting[]): Part[] {
  if (waiting.length === 0) return [];
  return [
    {
      kind: 'table',
      title: say`Waiting for you`,
      columns: [
        { title: say`Id`, unit: 'receipt' },
        { title: say`What`, unit: 'text' },
        { title: say`Until`, unit: 'instant' },
      ],
      rows: waiting.map(({ id, what, until }): Row => [named(id), what, until]),
    },
  ];
}

async function freshness(context: Context): Promise<Fact[]> {
  const { lastCompleteDay } = await context.facts.coverage();
  const age = lastCompleteDay === null ? null : daysBetween(lastCompleteDay, context.today);
  return [
    lastCompleteDay === null
      ? { label: say`Data until`, value: say`no orders yet`, unit: 'text' }
      : { label: say`Data until`, value: day(lastCompleteDay), unit: 'day' },
    ...(age === null ? [] : [{ label: say`Age of the data`, value: age, unit: 'days' } as const]),
    nextDigest(context),
  ];
}

function nextDigest(context: Context): Fact {
  const { state } = context;
  const label = say`Next digest`;
  const rule = schedules(state.scheduleRules).find(({ name }) => name === 'digest')!;
  if (rule.paused) return { label, value: say`paused`, unit: 'text' };
  const places = state.digests.list();
  if (places.length === 0)
    return { label, value: say`no channel gets it yet: /channel set purpose:digest`, unit: 'text' };
  if (!places.some(({ isApproved }) => isApproved))
    return { label, value: say`waits for an admin to look: /digest preview`, unit: 'text' };
  const due = state.schedules.due().find(({ name }) => name === 'digest');
  return {
    label,
    value: due === undefined ? null : Math.max(due.nextDueAt, afterPosted(rule, context)),
    unit: 'instant',
  };
}

/** Where the digest of this turn stands already, posted by hand, the next one is that of the week after; else 0. */
function afterPosted({ weekday, minute }: ScheduleTime, context: Context): number {
  const told = lastPosted(context);
  if (weekday === null || told === null || told < weekOver(context)) return 0;
  return context.wall(addDays(startOfWeek(context.today), 7 + weekday - 1), minute);
}

function nextJobs({ state }: Context): Part[] {
  const standing = new Map(schedules(state.scheduleRules).map((each) => [each.name, each]));
  const rows = state.schedules
    .due()
    .filter(({ name }) => name !== 'digest' && standing.get(name)?.paused === false)
    .toSorted((a, b) => a.nextDueAt - b.nextDueAt)
    .slice(0, NEXT_JOBS)
    .map(({ name, nextDueAt }): Row => [standing.get(name)!.says, nextDueAt]);
  if (rows.length === 0) return [];
  const columns = [
    { title: say`Job`, unit: 'text' },
    { title: '', unit: 'instant' },
  ] as const;
  return [{ kind: 'table', title: say`Comes next`, columns, rows }];
}

/** What this person asked for last; before that, what most begin with. */
function again({ state, caller, commands }: Context): Action[] {
  const asked = lastAsked(state.memory, caller).filter(({ name }) => commands.some((each) => each.name === name));
  if (asked.length === 0)
    return [
      { label: say`Forecast`, style: 'plain', ask: { name: 'forecast', input: {} } },
      { label: say`Customer groups`, style: 'plain', ask: { name: 'segment', input: {} } },
      { label: say`Campaign returns`, style: 'plain', ask: { name: 'campaign roi', input: {} } },
    ];
  return asked.map((ask) => {
    const bare = commands.find(({ name }) => name === ask.name)?.bare;
    const words = Object.entries(ask.input).map(([key, value]) =>
      key === bare ? String(value) : `${key}:${String(value)}`,
    );
    return { label: named(`/${[ask.name, ...words].join(' ')}`), style: 'plain', ask };
  });
}

/** What those with more rights come for. */
function tools({ caller: { role }, commands, shop }: Context): Action[] {
  const may = (needs: Role) => role !== null && mayActAs(role, needs);
  const offer = (label: Said, name: string, opens?: true): Action[] =>
    commands.some((each) => each.name === name)
      ? [{ label, style: 'plain', ask: { name, input: {} }, ...(opens && { opens }) }]
      : [];
  return [
    ...(may('analyst')
      ? [...offer(say`Import a file`, 'data add'), ...offer(say`Make a list`, 'list make', true)]
      : []),
    ...(may('admin') && (shop === null || shop.demo) ? offer(say`First steps`, 'start') : []),
    ...(may('admin') ? [...offer(say`Status`, 'status'), ...offer(say`Settings`, 'settings', true)] : []),
  ];
}

import type { Shop } from '../../data/types/shop.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import { count, day, listed, named, plural, type Said, say, sentences, type Words } from '../../words/say.ts';
import { type Context, mayActAs, type Role } from '../command.ts';
import { waitingFiles } from '../data/waiting.ts';
import { languageSet } from '../language.ts';
import type { Action } from '../reply.ts';
import { STALE_AFTER_DAYS } from '../runs/cut.ts';
import { teamActions } from '../team.ts';
import { changeAction } from './settings.ts';

/** What lies between nothing and the first digest, in the order in which each makes the next one possible. */
export const stepNames = ['shop', 'data', 'forecast', 'channels', 'people', 'connections', 'digest'] as const;
export type StepName = (typeof stepNames)[number];

export type Step = {
  readonly name: StepName;
  readonly title: Said;
  /** Told from what is stored, never noted down. */
  readonly done: boolean;
  /** A team can do without: it is offered, and not waited for. */
  readonly optional?: true;
  /** What there is, in a few words: stands in the list of steps. */
  readonly state: Words;
  readonly says: Words;
  readonly actions: readonly Action[];
};

export async function steps(context: Context): Promise<readonly Step[]> {
  const { facts, shop } = context;
  const coverage = await facts.coverage();
  const imports = (await facts.imports.list()).filter(({ status }) => status === 'stored');
  return [
    shopStep(shop, imports.length > 0, context),
    dataStep(coverage, context),
    forecastStep(coverage.lastCompleteDay, context),
    channelStep(context),
    peopleStep(context),
    connectionStep(context),
    digestStep(coverage.lastCompleteDay, context),
  ];
}

const ask = (
  label: Words,
  name: string,
  input: Readonly<Record<string, unknown>> = {},
  style: Action['style'] = 'plain',
): Action => ({ label, style, ask: { name, input } });

function shopStep(shop: Shop | null, isSettled: boolean, { state }: Context): Step {
  return {
    name: 'shop',
    title: say`The shop`,
    done: shop !== null,
    state: shop ? say`${shop.name}, ${shop.currency}, ${shop.zone}` : say`not set up`,
    says: shop
      ? say`Amounts are in ${shop.currency}, days begin and end in ${shop.zone}, weeks run from Monday to Sunday.`
      : say`Say what the shop is called, what money it counts in and in which time zone its days begin. A first file of a marketplace often tells it by itself.`,
    actions: [changeAction(shop, isSettled, languageSet(state.memory, 'shop') ?? 'en')],
  };
}

function dataStep(
  { orders, firstDay, lastCompleteDay }: Awaited<ReturnType<Context['facts']['coverage']>>,
  { state, caller, now, premises, shop }: Context,
): Step {
  const waiting = waitingFiles({ state, caller, now });
  return {
    name: 'data',
    title: say`Your orders`,
    done: orders > 0,
    state:
      orders > 0
        ? say`${count(orders)} orders, ${day(firstDay)} to ${day(lastCompleteDay)}`
        : waiting.length > 0
          ? plural(
              waiting.length,
              say`${count(1)} file waits for you`,
              say`${count(waiting.length)} files wait for you`,
            )
          : say`none yet`,
    says: sentences(
      say`Bring the export of your shop or marketplace as it comes: drop the file here, or type /data add with it. I show what I read in it before anything is stored, and it can be taken back for 30 days.`,
      orders > 0 ? say`The next file is brought the same way.` : null,
    ),
    actions: [
      ...waiting,
      ...(orders > 0 ? [ask(say`Check the data`, 'data check'), ask(say`Where it came from`, 'data sources')] : []),
      ...(orders === 0 && premises !== null && !shop?.demo ? [ask(say`Look at the demo first`, 'demo')] : []),
    ],
  };
}

/** Orders there are, but none of late: what comes next cannot be told from them. */
const tooOld = (until: string): Said =>
  say`Your data ends on ${day(until)}, too long ago to look ahead from. Bring newer orders; what could be said then is shown by /forecast as-of:${addDays(until, 1)}.`;

const isStale = (until: string, today: string): boolean => daysBetween(until, today) > STALE_AFTER_DAYS;

function forecastStep(until: string | null, { state, today }: Context): Step {
  // The newest data, not the last made: a digest also asks what could have been said of a past week.
  const run = state.runs.latestOn('forecast', addDays(today, 1));
  const isOld = until !== null && isStale(until, today);
  return {
    name: 'forecast',
    title: say`The first forecast`,
    done: run !== null,
    state: run
      ? say`made; data until ${day(until)}`
      : isOld
        ? say`not from data that ends on ${day(until)}`
        : say`none yet`,
    says:
      until === null
        ? say`This needs your orders first.`
        : isOld
          ? tooOld(until)
          : say`I try several methods on your own past and weigh each by how little it erred. Where the past is too short I say so, and what is missing.`,
    actions:
      until === null
        ? []
        : [
            isOld
              ? ask(say`As it looked then`, 'forecast', { 'as-of': addDays(until, 1) }, 'primary')
              : ask(say`Forecast`, 'forecast', {}, run ? 'plain' : 'primary'),
            ask(say`Segments`, 'segment'),
          ],
  };
}

const CHATS: readonly string[] = ['slack', 'discord'];

function channelStep({ state, caller, doors }: Context): Step {
  const set = (purpose: 'digest' | 'approvals') => state.channels.of(purpose);
  const isChat = ({ door }: { readonly door: string }) => CHATS.includes(door);
  const seat = caller.seat ?? caller.door;
  const isHere = CHATS.includes(seat) && caller.channel !== undefined;
  const names = (purpose: 'digest' | 'approvals') => set(purpose).map(({ door, channel }) => `${door} ${channel}`);
  const inChat = doors.some(({ door }) => CHATS.includes(door));
  const done = (['digest', 'approvals'] as const).every((purpose) => set(purpose).some(inChat ? isChat : () => true));
  const missing = (['digest', 'approvals'] as const).every((purpose) => set(purpose).length === 0);
  return {
    name: 'channels',
    title: say`Where I post`,
    done,
    state: missing
      ? say`nowhere yet`
      : say`Digest: ${listed(orNone(names('digest')))}; approvals: ${listed(orNone(names('approvals')))}`,
    says: sentences(
      say`The digest and the proposals go to channels of your choice, and to the web workspace in any case.`,
      isHere
        ? say`Is it to be this channel?`
        : say`In the channel that should get them, type /channel set purpose:digest or /channel set purpose:approvals.`,
    ),
    actions: isHere
      ? [
          ask(say`Digest here`, 'channel set', { purpose: 'digest' }, 'primary'),
          ask(say`Approvals here`, 'channel set', { purpose: 'approvals' }, 'primary'),
        ]
      : [],
  };
}

function orNone(names: readonly string[]): readonly Words[] {
  return names.length > 0 ? names.map(named) : [say`nowhere`];
}

function peopleStep({ state }: Context): Step {
  const people = state.people.list().filter(({ door }) => door !== 'api');
  const able = people.filter(({ role }) => mayActAs(role as Role, 'approver'));
  return {
    name: 'people',
    title: say`People and roles`,
    done: people.length >= 2 && able.length > 0,
    state:
      people.length === 0
        ? say`nobody yet`
        : say`${listed(people.slice(0, 5).map(({ name, role }) => say`${name} (${named(role)})`))}`,
    says: say`Viewers ask, analysts import and propose, approvers decide on budget shifts up to their limit, admins do all of it. Nobody approves what they asked for themselves, so it takes two people. An approver’s deputy is asked when time runs out.`,
    actions: [...teamActions(people), ask(say`The team`, 'team list'), ask(say`Rules of approval`, 'budget policy')],
  };
}

function connectionStep({ doors, execution }: Context): Step {
  const stateOf = (door: string) => doors.find((each) => each.door === door)?.state;
  const chats: readonly (readonly [string, Words])[] = [
    ['slack', say`Slack: not connected. It needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN in the environment.`],
    ['discord', say`Discord: not connected. It needs DISCORD_TOKEN and DISCORD_APPLICATION_ID in the environment.`],
  ];
  const chatWords = chats.map(([door, missing]) => {
    const has = stateOf(door);
    return has === undefined ? missing : say`${door}: ${has}.`;
  });
  const carriedOut = {
    manual: say`Approved shifts are carried out by hand, from a card. BUDGET_WEBHOOK_URL or BUDGET_DROP_FOLDER hands them to a tool of yours.`,
    webhook: say`Approved shifts go to your webhook.`,
    file: say`Approved shifts are left as files.`,
  };
  const connected = chats.map(([door]) => door).filter((door) => stateOf(door) !== undefined);
  return {
    name: 'connections',
    optional: true,
    title: say`What is connected`,
    done: connected.length > 0,
    state: connected.length > 0 ? say`${listed(connected)}` : say`the web workspace and the terminal`,
    says: sentences(
      ...chatWords,
      carriedOut[execution.by],
      say`Keys and tokens are set where Sextant runs, in .env, and are never typed in a chat; .env.example tells where to get each.`,
    ),
    actions: [ask(say`Status`, 'status')],
  };
}

function digestStep(until: string | null, { state, today }: Context): Step {
  const isOld = until !== null && isStale(until, today);
  const isApproved = state.digests.list().some((each) => each.isApproved);
  return {
    name: 'digest',
    title: say`The first digest`,
    done: isApproved,
    state: isApproved ? say`seen and approved; it comes by itself` : say`not posted yet`,
    says:
      until === null
        ? say`This needs your orders first.`
        : isOld
          ? tooOld(until)
          : say`See it as it would be posted: only you read the preview. From then on it comes by itself, each Monday.`,
    actions:
      until !== null && !isOld
        ? [
            ask(say`Preview the digest`, 'digest', {}, 'primary'),
            ask(say`What each channel gets`, 'channel list'),
            ask(say`When it is posted`, 'schedule list'),
          ]
        : [],
  };
}

import { z } from 'zod';
import { count, lines, type Said, say, sentences } from '../../words/say.ts';
import { type Command, type Context, defineCommand, mayActAs } from '../command.ts';
import { choice, text } from '../inputs.ts';
import { languageOf } from '../language.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Reply } from '../reply.ts';
import { currency, zone } from './money-and-clock.ts';
import { ownAction } from './own-shop.ts';
import { type Step, stepNames, steps } from './steps.ts';

export const start = defineCommand({
  name: 'start',
  summary: say`Set Sextant up, step by step, from nothing to the first digest`,
  examples: ['start', 'start step:people', 'start own:yes name:"Kopi Kita" currency:IDR zone:Asia/Jakarta'],
  needs: 'viewer',
  personal: true,
  bare: 'step',
  input: z.strictObject({
    step: choice(stepNames, say`the step to look at; without, the next that is to be done`).optional(),
    own: choice(['no', 'yes'], say`from the demo to a shop of your own`).default('no'),
    name: text(say`what your shop is called`, { most: 60 }).optional(),
    currency: currency(say`the money it counts in: IDR`).optional(),
    zone: zone(say`its time zone: Asia/Jakarta`).optional(),
    you: text(say`your own name`, { most: 60 }).optional(),
  }),

  async run({ step, own, ...first }, context): Promise<Reply> {
    if (own === 'yes') return openOwn(first, context);
    if (context.shop?.demo) return demoCard(context);
    const all = await steps(context);
    const next = all.find(({ done, optional }) => !done && !optional);
    const shown = all.find(({ name }) => name === step) ?? next ?? all.at(-1)!;
    return stepCard(shown, all, context);
  },
});

/** One step, with all of them above it: what is done, what is next. */
function stepCard(shown: Step, all: readonly Step[], { caller, commands }: Context): Reply {
  const at = all.indexOf(shown);
  const isReady = all.every((each) => each.done || each.optional);
  const goTo = (step: Step | undefined, label: (title: Step['title']) => Action['label']): Action[] =>
    step ? [{ label: label(step.title), style: 'plain', ask: { name: 'start', input: { step: step.name } } }] : [];
  const may = ({ ask }: Action) => {
    const needs = commands.find(({ name }: Command) => name === ask.name)?.needs ?? null;
    return needs === null || (caller.role !== null && mayActAs(caller.role, needs));
  };
  const isAdmin = caller.role !== null && mayActAs(caller.role, 'admin');
  return {
    title: isReady ? say`Everything is set up` : say`Step ${count(at + 1)} of ${count(all.length)}: ${shown.title}`,
    tone: isReady ? 'good' : 'plain',
    parts: [
      { kind: 'text', text: shown.says },
      {
        kind: 'text',
        text: lines(
          all.map((each) =>
            each.done
              ? say`✓ ${each.title}: ${each.state}`
              : each === shown
                ? say`→ ${each.title}: ${each.state}`
                : say`○ ${each.title}: ${each.state}`,
          ),
        ),
      },
      ...(isAdmin ? [] : [{ kind: 'note' as const, text: say`Most of this is for an admin; see /team list.` }]),
    ],
    actions: [
      ...shown.actions.filter(may),
      ...goTo(all[at + 1], (title) => say`Next: ${title}`),
      ...goTo(all[at - 1], (title) => say`Back: ${title}`),
    ],
  };
}

/** What can be tried on made-up data, and the way out of it. */
export function demoCard(context: Context): Reply {
  const { caller, premises } = context;
  const isAdmin = caller.role !== null && mayActAs(caller.role, 'admin');
  const tries = (label: Action['label'], name: string): Action => ({ label, style: 'plain', ask: { name, input: {} } });
  return {
    title: say`This is the demo shop: try it, then set up your own`,
    tone: 'plain',
    parts: [
      {
        kind: 'text',
        text: say`An Indonesian shop, made up: 3,000 customers, two years of orders, campaigns and spend. Everything works as with your own data, DEMO stands on every answer, and nothing reaches a real channel.`,
      },
      {
        kind: 'text',
        text: isAdmin
          ? say`Your own shop gets a database of its own. Nothing of the demo goes into it, and the demo stays for later: /demo brings it back while your shop has no orders.`
          : say`An admin takes the next step, a shop of your own: /start own:yes.`,
      },
      ...(premises === null ? [{ kind: 'note' as const, text: settledWords(caller) }] : []),
    ],
    actions: [
      ...(isAdmin && premises !== null ? [ownAction(premises, context)] : []),
      tries(say`Forecast`, 'forecast'),
      tries(say`Segments`, 'segment'),
      tries(say`Campaign returns`, 'campaign roi'),
      ...(caller.role !== null && mayActAs(caller.role, 'analyst')
        ? [tries(say`Budget plan`, 'budget plan'), tries(say`Preview the digest`, 'digest')]
        : []),
    ],
  };
}

/** Whoever sits where Sextant runs starts it anew; all others know whom to ask. */
function settledWords({ door }: Context['caller']): Said {
  return door === 'terminal'
    ? say`Which shop is open here was settled when Sextant was started: DATABASE_PATH=data/local/shop.db npm start opens your own.`
    : say`Whoever started Sextant settled that it shows this shop: ask them to open your own.`;
}

type First = Readonly<Partial<Record<'name' | 'currency' | 'zone' | 'you', string | undefined>>>;

/** @throws {Refusal} where it is open already, cannot be opened from here, or something is not said */
function openOwn({ name, currency: money, zone: clock, you }: First, context: Context): Reply {
  const { caller, premises, shop, state } = context;
  if (shop && !shop.demo)
    throw new Refusal(say`This is your own shop already`, say`/start shows what is next, /settings changes it.`);
  if (premises === null) throw new Refusal(say`I cannot change over from here`, settledWords(caller));
  if (caller.role === null || !mayActAs(caller.role, 'admin'))
    throw new Refusal(say`Only an admin sets up the shop`, say`Ask one of them: /team list.`);
  if (premises.hasOwn()) {
    premises.openOwnAgain();
    return {
      title: say`Your own shop is being opened`,
      tone: 'good',
      parts: [
        {
          kind: 'text',
          text: sentences(
            say`It is as you left it.`,
            say`A running Sextant changes over in a few seconds.`,
            say`Sign in as you always do: by /signin in your chat or at the terminal.`,
          ),
        },
      ],
    };
  }
  if (name === undefined || money === undefined || clock === undefined)
    throw new Refusal(
      say`A shop of your own needs a name, its currency and its time zone`,
      say`For example: /start own:yes name:"Kopi Kita" currency:IDR zone:Asia/Jakarta`,
      [ownAction(premises, context)],
    );
  const language = languageOf(state.memory, caller);
  const { link } = premises.openOwn({
    shop: { name, currency: money, zone: clock, locale: 'en-SG', demo: false },
    language,
    admin: adminOf(caller, you),
  });
  return {
    title: say`${name} is being opened`,
    tone: 'good',
    parts: [
      ...(link === null
        ? []
        : [{ kind: 'text' as const, text: say`Open it with this link, which works once: ${link}` }]),
      {
        kind: 'text',
        text: sentences(
          say`It is empty, and counts in ${money}, by the clock of ${clock}.`,
          say`A running Sextant changes over in a few seconds.`,
          link === null ? say`/start then goes on with your first file.` : say`It goes on with your first file.`,
        ),
      },
    ],
  };
}

/** Whoever sets it up is its first admin. People of the demo are made up: there somebody real says their name. */
function adminOf({ door, user, name = user }: Context['caller'], you: string | undefined) {
  if (door !== 'web') return { door, user, name, role: 'admin' as const };
  const own = you ?? 'Owner';
  const id = own
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return { door, user: id || 'owner', name: own, role: 'admin' as const };
}

import { z } from 'zod';
import type { Shop } from '../../data/types/shop.ts';
import { named, say, sentences } from '../../words/say.ts';
import { type Language, languages } from '../../words/tell.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand, mayActAs } from '../command.ts';
import { asMessage } from '../input-problem.ts';
import { choice, text } from '../inputs.ts';
import { languageSet, setLanguage } from '../language.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Field, Reply } from '../reply.ts';
import { currency, moneyFields, zone } from './money-and-clock.ts';

const codes = Object.keys(languages) as [Language, ...Language[]];

export const settings = defineCommand({
  name: 'settings',
  summary: say`Name, money, clock and language of the shop; an admin changes them here`,
  examples: [
    'settings',
    'settings name:"Kopi Kita"',
    'settings currency:IDR zone:Asia/Jakarta',
    'settings language:id',
  ],
  needs: 'viewer',
  input: z.strictObject({
    name: text(say`what the shop is called`, { most: 60 }).optional(),
    currency: currency(say`the money it counts in: IDR`).optional(),
    zone: zone(say`its time zone: Asia/Jakarta`).optional(),
    week: z
      .enum(['monday'], asMessage(say`must be monday: forecasts are frozen and scored in weeks from Monday to Sunday`))
      .optional()
      .meta({ kind: 'choice', says: say`the day that weeks begin on` }),
    language: choice(codes, say`for everybody who has chosen no other`).optional(),
    locale: text(say`how numbers and dates are written in English: en-SG, en-GB, en-US`)
      .refine(isLocale, asMessage(say`must be a locale such as en-SG`))
      .optional(),
  }),

  async run({ week: _, ...typed }, context): Promise<Reply> {
    const { caller, shop, state, now } = context;
    const isSettled = await hasImports(context);
    if (Object.values(typed).every((each) => each === undefined)) return show(isSettled, context);
    if (caller.role === null || !mayActAs(caller.role, 'admin'))
      throw new Refusal(say`Only an admin changes the settings`, say`Anyone may read them: /settings.`);
    const { language, ...ofShop } = typed;
    const after = changed(shop, ofShop, isSettled);
    const before = { ...told(shop), language: languageSet(state.memory, 'shop') };
    const is = { ...told(after ?? shop), language: language ?? before.language };
    const actor = actorOf(caller);
    state.atomically(() => {
      if (after) state.shop.set(after);
      if (language) setLanguage(state.memory, 'shop', language, now);
      if (Object.keys(differing(is, before)).length === 0) return;
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'settings changed',
        subject: 'shop',
        version: null,
        detail: { before: differing(before, is), after: differing(is, before) },
      });
    });
    const reply = show(isSettled, { ...context, shop: after ?? shop });
    return { ...reply, title: say`The settings are changed`, tone: 'good' };
  },
});

/** Amounts and days are kept as the shop counted when they came in. */
async function hasImports({ facts }: Context): Promise<boolean> {
  return (await facts.imports.list()).some(({ status }) => status === 'stored');
}

type Typed = Partial<Record<'name' | 'currency' | 'zone' | 'locale', string | undefined>>;

/** The shop with what was typed; null when nothing of it was. @throws {Refusal} for what is settled */
function changed(shop: Shop | null, typed: Typed, isSettled: boolean): Shop | null {
  const said = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as Partial<Shop>;
  if (Object.keys(said).length === 0) return null;
  if (shop?.demo)
    throw new Refusal(
      say`The demo shop stays as it is`,
      say`A shop of your own: /start own:yes. Its language you can set.`,
    );
  const { currency: money = shop?.currency, zone: clock = shop?.zone } = said;
  if (money === undefined || clock === undefined)
    throw new Refusal(
      say`A new shop needs its currency and its time zone`,
      say`For example: /settings name:"Kopi Kita" currency:IDR zone:Asia/Jakarta`,
      [changeAction(null, false, 'en')],
    );
  if (isSettled && shop && (money !== shop.currency || clock !== shop.zone))
    throw new Refusal(
      say`Currency and time zone are settled: ${shop.currency}, ${shop.zone}`,
      say`Every amount and every day that came in is kept in them. Take the files back with /data undo, or import them again into a database of their own.`,
    );
  return {
    name: said.name ?? shop?.name ?? 'Shop',
    currency: money,
    zone: clock,
    locale: said.locale ?? shop?.locale ?? 'en-SG',
    demo: false,
  };
}

function show(isSettled: boolean, { shop, state, caller }: Context): Reply {
  const language = languageSet(state.memory, 'shop') ?? 'en';
  const isAdmin = caller.role !== null && mayActAs(caller.role, 'admin');
  const actions: Action[] = [
    changeAction(shop, isSettled, language),
    { label: say`The team`, style: 'plain', ask: { name: 'team list', input: {} } },
    { label: say`Who changed what`, style: 'plain', ask: { name: 'settings log', input: {} } },
  ];
  return {
    title: shop ? say`Settings of ${shop.name}` : say`The shop is not set up yet`,
    tone: 'plain',
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: say`Name`, value: shop && named(shop.name), unit: 'text' },
          { label: say`Currency`, value: shop && named(shop.currency), unit: 'text' },
          { label: say`Time zone`, value: shop && named(shop.zone), unit: 'text' },
          { label: say`Weeks begin on`, value: say`Monday`, unit: 'text' },
          { label: say`Language`, value: languages[language], unit: 'text' },
          { label: say`English numbers and dates as in`, value: named(shop?.locale ?? 'en-SG'), unit: 'text' },
        ],
      },
      {
        kind: 'note',
        text: sentences(
          shop?.demo ? say`Of the demo shop only the language can be changed.` : null,
          isSettled && !shop?.demo
            ? say`Currency and time zone are settled: every amount and every day that came in is kept in them.`
            : null,
          weekReason,
        ),
      },
    ],
    actions: isAdmin ? actions : [],
  };
}

const weekReason = say`Weeks run from Monday to Sunday: forecasts are frozen and scored in them, and another start would make past and coming weeks incomparable.`;

/** The form, with what is set now. What cannot be changed any more is not asked for. */
export function changeAction(shop: Shop | null, isSettled: boolean, language: Language): Action {
  const name: Field = {
    name: 'name',
    label: say`Name of the shop`,
    kind: 'text',
    required: true,
    ...(shop && { initial: shop.name }),
  };
  const week: Field = {
    name: 'week',
    label: say`Weeks begin on`,
    kind: 'choice',
    required: true,
    initial: 'monday',
    hint: weekReason,
    choices: [{ value: 'monday', label: say`Monday` }],
  };
  const tongue: Field = {
    name: 'language',
    label: say`Language`,
    kind: 'choice',
    required: true,
    initial: language,
    choices: codes.map((code) => ({ value: code, label: languages[code] })),
  };
  const fields = shop?.demo ? [tongue] : [name, ...(isSettled ? [] : moneyFields(shop)), week, tongue];
  return {
    label: shop ? say`Change settings` : say`Set up the shop`,
    style: 'primary',
    ask: { name: 'settings', input: {} },
    form: { title: shop ? say`Settings of the shop` : say`Set up the shop`, submit: say`Save`, fields },
  };
}

function isLocale(name: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(name).length > 0;
  } catch {
    return false;
  }
}

type Settings = Readonly<Record<string, string | null>>;

const told = (shop: Shop | null): Settings => ({
  name: shop?.name ?? null,
  currency: shop?.currency ?? null,
  zone: shop?.zone ?? null,
  locale: shop?.locale ?? null,
});

function differing(settings: Settings, other: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([key, value]) => other[key] !== value));
}

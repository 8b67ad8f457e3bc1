import { z } from 'zod';
import { named, type Said, say } from '../../words/say.ts';
import { type Language, languages } from '../../words/tell.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand, mayActAs } from '../command.ts';
import { choice } from '../inputs.ts';
import { type Audience, languageOf, languageSet, setLanguage } from '../language.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Fact, Reply } from '../reply.ts';

const codes = Object.keys(languages) as [Language, ...Language[]];

export const language = defineCommand({
  name: 'language',
  summary: say`English or Indonesian: for you, for a channel, or for all of the shop`,
  examples: ['language', 'language set:id', 'language set:id for:shop'],
  needs: 'viewer',
  personal: true,
  bare: 'set',
  input: z.strictObject({
    set: choice(codes, say`en for English, id for Bahasa Indonesia`).optional(),
    for: choice(['me', 'channel', 'shop'], say`for whom`).default('me'),
  }),

  run({ set, for: whom }, context) {
    if (set === undefined) return show(context);
    const { state, caller, now } = context;
    const audience = audienceOf(whom, context);
    if (whom !== 'me' && (caller.role === null || !mayActAs(caller.role, 'admin')))
      throw new Refusal(say`Only an admin sets that for others`, say`For yourself: /language set:${named(set)}.`);
    const before = languageSet(state.memory, audience);
    const actor = actorOf(caller);
    state.atomically(() => {
      setLanguage(state.memory, audience, set, now);
      if (whom === 'me') return;
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'settings changed',
        subject: whom === 'shop' ? 'shop' : `${caller.seat ?? caller.door}:${caller.channel}`,
        version: null,
        detail: { before: { language: before }, after: { language: set } },
      });
    });
    return { ...show(context), title: isSet[whom](languages[set]), tone: 'good' };
  },
});

const isSet: Readonly<Record<'me' | 'channel' | 'shop', (name: string) => Said>> = {
  me: (name) => say`I answer you in ${name}`,
  channel: (name) => say`Posts in this channel are in ${name}`,
  shop: (name) => say`${name} for everybody who has chosen no other`,
};

function show(context: Context): Reply {
  const { state, caller } = context;
  const here = channelOf(context);
  const own = languageOf(state.memory, caller);
  const shop = languageSet(state.memory, 'shop') ?? 'en';
  const channel = here && languageSet(state.memory, here);
  const isAdmin = caller.role !== null && mayActAs(caller.role, 'admin');
  const others = (now: Language, whom: 'me' | 'channel' | 'shop', label: (name: string) => Said): Action[] =>
    codes
      .filter((code) => code !== now)
      .map((code) => ({
        label: label(languages[code]),
        style: whom === 'me' ? 'primary' : 'plain',
        ask: { name: 'language', input: { set: code, for: whom } },
      }));
  const facts: Fact[] = [
    { label: say`You`, value: languages[own], unit: 'text' },
    ...(here
      ? [{ label: say`This channel`, value: channel ? languages[channel] : say`as the shop`, unit: 'text' as const }]
      : []),
    { label: say`The shop`, value: languages[shop], unit: 'text' },
  ];
  return {
    title: say`Languages`,
    tone: 'plain',
    parts: [
      { kind: 'facts', facts },
      {
        kind: 'note',
        text: say`What only you read is in your language, posts are in the channel’s. Names and what people wrote stay as they are.`,
      },
    ],
    actions: [
      ...others(own, 'me', (name) => say`${name}`),
      ...(isAdmin && here ? others(channel ?? shop, 'channel', (name) => say`${name} in this channel`) : []),
      ...(isAdmin ? others(shop, 'shop', (name) => say`${name} for the shop`) : []),
    ],
  };
}

function channelOf({ caller }: Context): Audience | null {
  const door = caller.seat ?? caller.door;
  return door === 'terminal' || caller.channel === undefined ? null : { door, channel: caller.channel };
}

/** @throws {Refusal} for a channel where there is none */
function audienceOf(whom: 'me' | 'channel' | 'shop', context: Context): Audience {
  if (whom === 'shop') return 'shop';
  if (whom === 'me') return { door: context.caller.door, user: context.caller.user };
  const here = channelOf(context);
  if (here) return here;
  throw new Refusal(say`There is no channel here`, say`Ask this in the channel that it is for.`);
}

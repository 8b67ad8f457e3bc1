import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Ask, Luggage } from '../../commands/call.ts';
import { argumentsOf, exampleIn, mayActAs } from '../../commands/command.ts';
import { say, sentences } from '../../words/say.ts';
import { type Reader, tell, toldIn } from '../../words/tell.ts';
import { commandLine, parseCommandLine } from '../arguments.ts';
import { openPace } from '../pace.ts';
import { askForAll, SHARE } from '../share.ts';
import type { Answer } from '../told.ts';
import type { Site } from './app.ts';
import { openConversations } from './conversations.ts';
import { type Asked, callerOf, deliver } from './deliver.ts';
import { json, readJson } from './guard.ts';
import { DEFAULT_MAX_UPLOAD_BYTES, importRoute, keepRoute, UPLOADS_PER_MINUTE } from './import-route.ts';
import type { WebPerson } from './ports.ts';
import { refuse } from './problem.ts';
import { sessionRoutes } from './session-routes.ts';
import type { Reception } from './who.ts';
import type { AnswerView, ChannelView, CommandView, Turn } from './wire.ts';

const AskBody = z.intersection(
  z.object({
    channel: z.string().max(80).optional(),
    words: z.string().max(200).optional(),
    turn: z.string().max(80).optional(),
    aside: z.boolean().optional(),
  }),
  z.union([
    z.object({ line: z.string().max(4000) }),
    z.object({ ask: z.object({ name: z.string().max(80), input: z.record(z.string(), z.unknown()) }) }),
  ]),
);

/** A button as a line that could have been typed; that it was shared is seen. */
function lineOf({ name, input }: Ask): string {
  const { [SHARE]: _, ...rest } = input;
  return `/${commandLine({ name, input: rest })}`;
}

type Env = { Variables: { person: WebPerson } };

/** What the page, and whoever has a token, may ask for. */
export function openApi(site: Site, reception: Reception): Hono<Env> {
  const { options, house, board, progress, closing } = site;
  const conversations = openConversations();
  const desk = { conversations, board, now: options.now };
  const readerOf = (context: Context<Env>): Reader => ({
    language: options.languageOf(callerOf(context.get('person'), context)),
    shop: options.shop(),
  });
  const mayBring = openPace(UPLOADS_PER_MINUTE);
  const taking = {
    house,
    maxBytes: options.maxUploadBytes ?? DEFAULT_MAX_UPLOAD_BYTES,
    mayBring: ({ door, user }: WebPerson) => mayBring(`${door}:${user}`, options.now()),
  };
  const api = new Hono<Env>();

  api.use(async (context, next) => {
    context.header('Cache-Control', 'no-store');
    if (closing.aborted) return refuse(context, say`Sextant is just being restarted.`, 503);
    return next();
  });
  api.route('/session', sessionRoutes(site, reception));
  api.use(async (context, next) => {
    const person = reception.identify(context);
    if (!person) return refuse(context, sentences(say`Sign in first.`, options.signInAdvice), 401);
    context.set('person', person);
    return next();
  });

  api.get('/channels', (context) =>
    context.json<ChannelView[]>(
      board.channels.map((channel) => ({ ...toldIn(channel, readerOf(context)), last: board.last(channel.id) })),
    ),
  );
  api.get('/messages', (context) => {
    const channel = context.req.query('channel') ?? '';
    if (!board.has(channel)) return refuse(context, say`There is no such channel.`, 404);
    return context.json(board.list(channel));
  });
  api.get('/conversation', (context) => context.json<readonly Turn[]>(conversations.of(context.get('person'))));
  api.get('/commands', (context) => {
    const { role } = context.get('person');
    const reader = readerOf(context);
    const open = house.commands.filter(({ hidden }) => !hidden);
    return context.json<CommandView[]>(
      open.map((command) => ({
        name: command.name,
        summary: tell(command.summary, reader),
        examples: command.examples.map((each) => exampleIn(reader.language, each)),
        bare: command.bare ?? null,
        needs: command.needs,
        allowed: command.needs === null || mayActAs(role, command.needs),
        arguments: toldIn(argumentsOf(command), reader),
      })),
    );
  });

  api.post('/ask', ...json, async (context) => {
    const body = AskBody.safeParse(await readJson(context));
    if (!body.success) {
      return refuse(context, say`Send {"line": "/help"} or {"ask": {"name", "input"}}.`, 400);
    }
    const wish = body.data;
    const person = context.get('person');
    const caller = callerOf(person, context, wish.channel);
    const { turn } = wish;
    const luggage: Luggage = turn === undefined ? {} : { progress: (each) => progress.tell(person, { ...each, turn }) };
    const answer =
      'line' in wish ? await house.askLine(wish.line, caller, luggage) : await house.ask(wish.ask, caller, luggage);
    if (wish.aside === true) {
      const aside = { ...answer, audience: 'caller' as const };
      return context.json<AnswerView>({ ...aside, id: '', at: options.now(), share: null });
    }
    const parsed =
      'line' in wish ? parseCommandLine(wish.line, house.commands) : { known: true as const, ask: wish.ask };
    const share = parsed.known ? askForAll(parsed.ask, answer, { commands: house.commands, seat: 'web' }) : null;
    const words = wish.words ?? ('line' in wish ? wish.line : lineOf(wish.ask));
    return deliver(context, { words, channel: wish.channel, share }, answer, desk);
  });

  api.post('/files', (context) => keepRoute(context, taking));
  api.post('/import', (context) =>
    importRoute(context, {
      ...taking,
      deliver: (asked: Asked, answer: Answer) => deliver(context, asked, answer, desk),
    }),
  );
  return api;
}

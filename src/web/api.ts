import { Hono } from 'hono';
import { z } from 'zod';
import { argumentsOf, mayActAs } from '../../commands/command.ts';
import type { Answer } from '../../commands/reply.ts';
import { commandLine } from '../arguments.ts';
import type { Site } from './app.ts';
import { openConversations } from './conversations.ts';
import { type Asked, callerOf, deliver } from './deliver.ts';
import { json, readJson } from './guard.ts';
import { DEFAULT_MAX_UPLOAD_BYTES, importRoute } from './import-route.ts';
import type { WebPerson } from './ports.ts';
import { sessionRoutes } from './session-routes.ts';
import { shared } from './share.ts';
import type { Reception } from './who.ts';
import type { ChannelView, CommandView, Problem, Turn } from './wire.ts';

const AskBody = z.intersection(
  z.object({ channel: z.string().max(80).optional(), words: z.string().max(200).optional() }),
  z.union([
    z.object({ line: z.string().max(4000) }),
    z.object({ ask: z.object({ name: z.string().max(80), input: z.record(z.string(), z.unknown()) }) }),
  ]),
);
const ShareBody = z.object({ id: z.string().max(80), channel: z.string().max(80) });

/** What the page, and whoever has a token, may ask for. */
export function openApi(site: Site, reception: Reception): Hono<{ Variables: { person: WebPerson } }> {
  const { options, house, board, closing } = site;
  const conversations = openConversations();
  const desk = { conversations, board, now: options.now };
  const api = new Hono<{ Variables: { person: WebPerson } }>();

  api.use(async (context, next) => {
    context.header('Cache-Control', 'no-store');
    if (closing.aborted) return context.json<Problem>({ problem: 'Sextant is just being restarted.' }, 503);
    return next();
  });
  api.route('/session', sessionRoutes(site, reception));
  api.use(async (context, next) => {
    const person = reception.identify(context);
    if (!person) return context.json<Problem>({ problem: `Sign in first. ${options.signInAdvice}` }, 401);
    context.set('person', person);
    return next();
  });

  api.get('/channels', (context) =>
    context.json<ChannelView[]>(board.channels.map((channel) => ({ ...channel, last: board.last(channel.id) }))),
  );
  api.get('/messages', (context) => {
    const channel = context.req.query('channel') ?? '';
    if (!board.has(channel)) return context.json<Problem>({ problem: 'There is no such channel.' }, 404);
    return context.json(board.list(channel));
  });
  api.get('/conversation', (context) => context.json<readonly Turn[]>(conversations.of(context.get('person'))));
  api.get('/commands', (context) => {
    const { role } = context.get('person');
    const open = house.commands.filter(({ hidden }) => !hidden);
    return context.json<CommandView[]>(
      open.map((command) => ({
        name: command.name,
        summary: command.summary,
        examples: command.examples,
        bare: command.bare ?? null,
        needs: command.needs,
        allowed: command.needs === null || mayActAs(role, command.needs),
        arguments: argumentsOf(command),
      })),
    );
  });

  api.post('/ask', ...json, async (context) => {
    const body = AskBody.safeParse(await readJson(context));
    if (!body.success) {
      return context.json<Problem>({ problem: 'Send {"line": "/help"} or {"ask": {"name", "input"}}.' }, 400);
    }
    const wish = body.data;
    const caller = callerOf(context.get('person'), wish.channel);
    const answer = 'line' in wish ? await house.askLine(wish.line, caller) : await house.ask(wish.ask, caller);
    const words = wish.words ?? ('line' in wish ? wish.line : `/${commandLine(wish.ask)}`);
    return deliver(context, { words, channel: wish.channel }, answer, desk);
  });

  api.post('/share', ...json, async (context) => {
    const body = ShareBody.safeParse(await readJson(context));
    const person = context.get('person');
    const turn = body.success ? conversations.find(person, body.data.id) : null;
    if (!body.success || turn?.answer.outcome !== 'answered' || !board.has(body.data.channel)) {
      return context.json<Problem>({ problem: 'That answer is no longer here to be shared. Ask again.' }, 404);
    }
    await board.outlet.post(body.data.channel, shared(turn, person), `shared:${turn.answer.id}`);
    return context.json({ ok: true });
  });

  const maxBytes = options.maxUploadBytes ?? DEFAULT_MAX_UPLOAD_BYTES;
  api.post('/import', (context) =>
    importRoute(context, {
      house,
      maxBytes,
      deliver: (asked: Asked, answer: Answer) => deliver(context, asked, answer, desk),
    }),
  );
  return api;
}

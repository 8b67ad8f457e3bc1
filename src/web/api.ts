import type { ReadableStream } from 'node:stream/web';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Caller } from '../../commands/call.ts';
import { argumentsOf, mayActAs } from '../../commands/command.ts';
import type { Answer } from '../../commands/reply.ts';
import { commandLine } from '../arguments.ts';
import type { Site } from './app.ts';
import { openConversations } from './conversations.ts';
import { jsonOnly } from './guard.ts';
import type { WebPerson } from './ports.ts';
import { shared } from './share.ts';
import { UploadTooLarge, withUpload } from './upload.ts';
import type { Reception } from './who.ts';
import type { AnswerView, ChannelView, CommandView, PersonView, Problem, SessionView, Turn } from './wire.ts';

const MAX_JSON_BYTES = 64 * 1024;
export const DEFAULT_MAX_UPLOAD_BYTES = 256 * 1024 ** 2;
/** Types a page elsewhere cannot send without asking first. */
const UPLOAD_TYPES = ['application/octet-stream', 'text/csv', 'application/gzip'];

const Words = z.string().max(4000);
const AskBody = z.intersection(
  z.object({ channel: z.string().max(80).optional(), words: z.string().max(200).optional() }),
  z.union([
    z.object({ line: Words }),
    z.object({ ask: z.object({ name: z.string().max(80), input: z.record(z.string(), z.unknown()) }) }),
  ]),
);
const ActAsBody = z.object({ user: z.string().max(200) });
const SignInBody = z.object({ token: z.string().min(1).max(500) });
const ShareBody = z.object({ id: z.string().max(80), channel: z.string().max(80) });

/** 200 for an answer, 422 where the person can mend it, 500 where only we can: for scripts; the page reads the answer. */
const statusOf = { answered: 200, refused: 422, fault: 500 } as const;

/** What the page, and whoever has a token, may ask for. */
export function openApi(
  { options, house, board, closing }: Site,
  reception: Reception,
): Hono<{ Variables: { person: WebPerson } }> {
  const { shop, people, now } = options;
  const conversations = openConversations();
  const maxUploadBytes = options.maxUploadBytes ?? DEFAULT_MAX_UPLOAD_BYTES;
  const api = new Hono<{ Variables: { person: WebPerson } }>();

  const session = (person: WebPerson | null): SessionView => ({
    person: person && viewOf(person),
    personas: shop()?.demo ? people.personas().map(viewOf) : [],
    shop: person || shop()?.demo ? shop() : null,
    signInAdvice: options.signInAdvice,
  });
  const asked = (person: WebPerson, channel: string | undefined): Caller => ({
    door: person.door,
    user: person.user,
    name: person.name,
    ...(channel !== undefined && { channel }),
  });
  /** Keeps what was said, and puts it on the board when it was asked for all to read. */
  const deliver = async (
    context: Context,
    person: WebPerson,
    turn: { words: string; channel?: string },
    answer: Answer,
  ) => {
    const kept = conversations.keep(person, turn.words, answer, now());
    if (answer.audience === 'channel') {
      const channel = turn.channel && board.has(turn.channel) ? turn.channel : board.channels[0]!.id;
      await board.outlet.post(channel, shared({ words: turn.words, answer: kept }, person), `shared:${kept.id}`);
    }
    return context.json<AnswerView>(kept, statusOf[answer.outcome]);
  };

  api.use(async (context, next) => {
    context.header('Cache-Control', 'no-store');
    if (closing.aborted) return context.json<Problem>({ problem: 'Sextant is just being restarted.' }, 503);
    return next();
  });
  const json = [bodyLimit({ maxSize: MAX_JSON_BYTES, onError: tooLarge }), jsonOnly] as const;

  api.get('/session', (context) => context.json<SessionView>(session(reception.welcome(context))));
  api.post('/session/act-as', ...json, async (context) => {
    const body = ActAsBody.safeParse(await readJson(context));
    if (!body.success || !reception.actAs(context, body.data.user)) {
      return context.json<Problem>({ problem: 'There is nobody of that name to act as.' }, 403);
    }
    return context.json({ ok: true });
  });
  api.post('/session/sign-in', ...json, async (context) => {
    const body = SignInBody.safeParse(await readJson(context));
    if (!body.success || !reception.signIn(context, body.data.token)) {
      return context.json<Problem>({ problem: `This link has been used or is too old. ${options.signInAdvice}` }, 403);
    }
    return context.json({ ok: true });
  });
  api.post('/session/sign-out', ...json, (context) => {
    reception.signOut(context);
    return context.json({ ok: true });
  });

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
    if (!body.success)
      return context.json<Problem>({ problem: 'Send {"line": "/help"} or {"ask": {"name", "input"}}.' }, 400);
    const person = context.get('person');
    const caller = asked(person, body.data.channel);
    const wish = body.data;
    const answer = 'line' in wish ? await house.askLine(wish.line, caller) : await house.ask(wish.ask, caller);
    const words = wish.words ?? ('line' in wish ? wish.line : `/${commandLine(wish.ask)}`);
    return deliver(context, person, { words, ...(wish.channel && { channel: wish.channel }) }, answer);
  });

  api.post('/share', ...json, async (context) => {
    const body = ShareBody.safeParse(await readJson(context));
    const person = context.get('person');
    const turn = body.success ? conversations.find(person, body.data.id) : null;
    if (!body.success || !turn || turn.answer.outcome !== 'answered' || !board.has(body.data.channel)) {
      return context.json<Problem>({ problem: 'That answer is no longer here to be shared. Ask again.' }, 404);
    }
    await board.outlet.post(body.data.channel, shared(turn, person), `shared:${turn.answer.id}`);
    return context.json({ ok: true });
  });

  api.post('/import', async (context) => {
    const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!UPLOAD_TYPES.includes(type)) {
      return context.json<Problem>(
        { problem: `Send the file itself, with Content-Type ${UPLOAD_TYPES.join(' or ')}.` },
        415,
      );
    }
    const { name = 'upload', channel, ...input } = context.req.query();
    const body = context.req.raw.body;
    if (!body) return context.json<Problem>({ problem: 'The file is empty.' }, 400);
    if (Number(context.req.header('content-length') ?? 0) > maxUploadBytes) {
      return context.json<Problem>({ problem: new UploadTooLarge(maxUploadBytes).message }, 413);
    }
    const person = context.get('person');
    try {
      const answer = await withUpload({ body: body as ReadableStream, name, maxBytes: maxUploadBytes }, (upload) =>
        house.ask({ name: 'import', input }, asked(person, channel), upload),
      );
      return await deliver(context, person, { words: `Import ${name}`, ...(channel && { channel }) }, answer);
    } catch (error) {
      if (!(error instanceof UploadTooLarge)) throw error;
      return context.json<Problem>({ problem: error.message }, 413);
    }
  });
  return api;
}

function viewOf({ user, name, role }: WebPerson): PersonView {
  return { user, name, role };
}

function tooLarge(context: Context) {
  return context.json<Problem>({ problem: `That is over ${MAX_JSON_BYTES / 1024} KB.` }, 413);
}

async function readJson(context: Context): Promise<unknown> {
  return context.req.json<unknown>().catch(() => null);
}

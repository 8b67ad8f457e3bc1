import { Hono } from 'hono';
import { z } from 'zod';
import { say, sentences } from '../../words/say.ts';
import { tell } from '../../words/tell.ts';
import type { Site } from './app.ts';
import { callerOf } from './deliver.ts';
import { json, readJson } from './guard.ts';
import type { WebPerson } from './ports.ts';
import { refuse, wantedBy } from './problem.ts';
import type { Reception } from './who.ts';
import type { PersonView, SessionView } from './wire.ts';

const ActAsBody = z.object({ user: z.string().max(200) });
const SignInBody = z.object({ token: z.string().min(1).max(500) });

/** Who one is here, and how one becomes somebody. */
export function sessionRoutes({ options }: Site, reception: Reception): Hono {
  const { shop, people, signInAdvice, languageOf } = options;
  const routes = new Hono();

  routes.get('/', (context) => {
    const person = reception.welcome(context);
    const language = person ? languageOf(callerOf(person, context)) : (wantedBy(context) ?? 'en');
    const demo = shop()?.demo === true;
    return context.json<SessionView>({
      person: person && viewOf(person),
      personas: demo ? people.personas().map(viewOf) : [],
      shop: person || demo ? shop() : null,
      signInAdvice: tell(signInAdvice, { language, shop: null }),
      language,
    });
  });
  routes.post('/act-as', ...json, async (context) => {
    const body = ActAsBody.safeParse(await readJson(context));
    if (body.success && reception.actAs(context, body.data.user)) return context.json({ ok: true });
    return refuse(context, say`There is nobody of that name to act as.`, 403);
  });
  routes.post('/sign-in', ...json, async (context) => {
    const body = SignInBody.safeParse(await readJson(context));
    if (body.success && reception.signIn(context, body.data.token)) return context.json({ ok: true });
    return refuse(context, sentences(say`This link has been used or is too old.`, signInAdvice), 403);
  });
  routes.post('/sign-out', ...json, (context) => {
    reception.signOut(context);
    return context.json({ ok: true });
  });
  return routes;
}

function viewOf({ user, name, role }: WebPerson): PersonView {
  return { user, name, role };
}

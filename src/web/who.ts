import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { WebOptions, WebPerson } from './ports.ts';

const COOKIE = 'sextant';
const SESSION_SECONDS = 7 * 24 * 3600;
/** Sessions of the demo shop live in memory; the oldest makes room. */
const MOST_DEMO_SESSIONS = 500;

/**
 * Who is asking: by API token, by session, or, on the demo shop only, by the persona this session has chosen. What
 * the page itself says of who it is counts for nothing.
 */
export type Reception = {
  identify(context: Context): WebPerson | null;
  /** On the demo shop, gives a newcomer a session. */
  welcome(context: Context): WebPerson | null;
  /** False when there is no such persona, or this is no demo shop. */
  actAs(context: Context, user: string): boolean;
  signIn(context: Context, linkToken: string): boolean;
  signOut(context: Context): void;
};

export function openReception({
  shop,
  people,
  publicAddress,
}: Pick<WebOptions, 'shop' | 'people' | 'publicAddress'>): Reception {
  const demoSessions = new Map<string, string>();
  const isDemo = () => shop()?.demo === true;

  const persona = (secret: string | undefined): WebPerson | null => {
    const user = secret === undefined ? undefined : demoSessions.get(secret);
    return people.personas().find((each) => each.user === user) ?? null;
  };
  const identify = (context: Context): WebPerson | null => {
    const authorization = context.req.header('authorization');
    if (authorization !== undefined) {
      const [, token] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
      return token ? people.caller(token) : null;
    }
    const secret = getCookie(context, COOKIE);
    if (isDemo()) return persona(secret);
    return secret === undefined ? null : people.session(secret);
  };
  /** Came through the proxy that speaks TLS for us: the cookie then travels under lock only. */
  const isUnderLock = (context: Context) =>
    publicAddress?.startsWith('https:') === true && context.req.header('host') === new URL(publicAddress).host;
  const give = (context: Context, secret: string) =>
    setCookie(context, COOKIE, secret, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: SESSION_SECONDS,
      secure: isUnderLock(context),
    });
  const become = (context: Context, person: WebPerson) => {
    // A new secret each time: nobody goes on in a session that has become someone else's.
    const old = getCookie(context, COOKIE);
    if (old) demoSessions.delete(old);
    const secret = randomBytes(32).toString('base64url');
    demoSessions.set(secret, person.user);
    const [oldest] = demoSessions.keys();
    if (demoSessions.size > MOST_DEMO_SESSIONS && oldest) demoSessions.delete(oldest);
    give(context, secret);
  };

  return {
    identify,
    welcome(context) {
      const known = identify(context);
      const [first] = isDemo() ? people.personas() : [];
      if (known || !first || context.req.header('authorization') !== undefined) return known;
      become(context, first);
      return first;
    },
    actAs(context, user) {
      const person = isDemo() ? people.personas().find((each) => each.user === user) : undefined;
      if (person) become(context, person);
      return person !== undefined;
    },
    signIn(context, linkToken) {
      const secret = people.redeem(linkToken);
      if (secret !== null) give(context, secret);
      return secret !== null;
    },
    signOut(context) {
      const secret = getCookie(context, COOKIE);
      if (secret !== undefined) {
        demoSessions.delete(secret);
        people.end(secret);
      }
      deleteCookie(context, COOKIE, { path: '/', secure: isUnderLock(context) });
    },
  };
}

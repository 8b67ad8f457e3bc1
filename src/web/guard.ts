import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { count, say } from '../../words/say.ts';
import { refuse } from './problem.ts';

/** Keeps out whatever a browser may be tricked into sending here. */

const MAX_JSON_BYTES = 64 * 1024;

/** No inline script or style, nothing from elsewhere, in nobody's frame. */
export const safeHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // Not "no-referrer": with that a browser sends "Origin: null" with our own forms.
  referrerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  // Only a proxy can speak TLS for us; it sets this if it wants it.
  strictTransportSecurity: false,
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
});

/** A page elsewhere can make its own name point here; the Host it then sends gives it away (DNS rebinding). */
export function knownHost(hosts: () => readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host')?.toLowerCase() ?? '';
    if (hosts().includes(host)) return next();
    return refuse(context, host === '' ? say`This place has a name: ask by it.` : say`This is not ${host}.`, 421);
  };
}

/**
 * A change asked for by a browser must come from our own page. A caller that brings its own token is no browser that
 * was tricked: a page elsewhere cannot know the token.
 */
export const ownOrigin: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
  if (context.req.header('authorization') && !context.req.header('origin')) return next();
  const origin = context.req.header('origin');
  if (origin && URL.canParse(origin) && new URL(origin).host === context.req.header('host')?.toLowerCase())
    return next();
  return refuse(context, say`Changes are taken from the workspace itself only.`, 403);
};

/** A form of another page cannot send this type without asking first. */
const jsonOnly: MiddlewareHandler = async (context, next) => {
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return next();
  return refuse(context, say`Send JSON, with Content-Type: application/json.`, 415);
};

/** For every route that takes JSON. */
export const json = [
  bodyLimit({
    maxSize: MAX_JSON_BYTES,
    onError: (context) => refuse(context, say`That is over ${count(MAX_JSON_BYTES / 1024)} KB.`, 413),
  }),
  jsonOnly,
] as const;

/** What was sent, or null where it is not JSON: each route says itself what it takes. */
export async function readJson(context: Context): Promise<unknown> {
  return context.req.json<unknown>().catch(() => null);
}

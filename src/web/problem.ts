import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Words } from '../../words/say.ts';
import { isLanguage, type Language, tell } from '../../words/tell.ts';
import type { Problem } from './wire.ts';

/** What went wrong before any command was reached, in the language that the request asks for. */
export function refuse(context: Context, words: Words, status: ContentfulStatusCode): Response {
  return context.json<Problem>({ problem: tell(words, { language: wantedBy(context) ?? 'en', shop: null }) }, status);
}

/** The first language of Accept-Language that we speak. The page itself asks for the one that it is in. */
export function wantedBy(context: Context): Language | undefined {
  const listed = (context.req.header('accept-language') ?? '').split(',').map((each) => {
    const [tag = '', ...rest] = each.trim().toLowerCase().split(';');
    const weight = Number(/^\s*q=([\d.]+)$/.exec(rest.join(';'))?.[1] ?? 1);
    return { code: tag.split('-')[0]!.replace(/^in$/, 'id'), weight };
  });
  const spoken = listed.flatMap(({ code, weight }) => (isLanguage(code) && weight > 0 ? [{ code, weight }] : []));
  return spoken.sort((a, b) => b.weight - a.weight)[0]?.code;
}

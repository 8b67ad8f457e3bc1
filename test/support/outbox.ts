import type { Answer } from '../../src/told.ts';
import { toldIn } from '../../words/tell.ts';
import type { demoHouse } from './house.ts';

type House = Pick<ReturnType<typeof demoHouse>, 'db' | 'state'>;

/** Everything in the outbox, oldest first, as an English reader gets it. */
export function posts({ db, state }: House): Answer[] {
  const contents = db.prepare<[], string>('SELECT content FROM outbox ORDER BY id').pluck();
  return contents.all().map((content) => toldIn(JSON.parse(content), { language: 'en', shop: state.shop.read() }));
}

/** The message about a subject, such as the card of P-1. */
export function postAbout(subject: string, { db, state }: House): Answer {
  const content = db.prepare<[string], string>('SELECT content FROM outbox WHERE subject = ?').pluck().get(subject);
  return toldIn(JSON.parse(content!), { language: 'en', shop: state.shop.read() });
}

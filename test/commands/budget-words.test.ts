import { expect, it } from 'vitest';
import type { Caller } from '../../commands/call.ts';
import { toldIn } from '../../words/tell.ts';
import { ana, demoHouse, dina, raka, rina, vina, words } from '../support/house.ts';
import { englishIn } from '../words/english.ts';

/** The whole life of a shift; what each example says by itself is asked in test/words/whole-house. */
const life: readonly (readonly [string, Caller])[] = [
  ['/budget plan explore:yes', rina],
  ['/budget propose max-step:20', rina],
  ['/budget pending', vina],
  ['/budget show P-1', dina],
  ['/budget adjust P-1', rina],
  ['/budget what-if P-1 split:"Voucher=4M"', rina],
  ['/budget approve', dina],
  ['/budget approve P-1', vina],
  ['/budget remind P-1', vina],
  ['/budget reject P-1', dina],
  ['/budget approve P-1', dina],
  ['/budget approve P-1', raka],
  ['/budget show P-1', rina],
  ['/budget done P-1', rina],
  ['/budget promise P-1', rina],
  ['/budget undo P-1', rina],
  ['/budget reject P-2 reason:"tunggu gajian"', dina],
  ['/budget another P-2', rina],
  ['/budget log', rina],
  ['/budget record', rina],
  ['/budget policy two-above:1M', ana],
  ['/budget freeze', ana],
  ['/budget freeze reason:"tinjauan"', ana],
  ['/budget unfreeze', ana],
];

it('a shift is planned, decided, carried out and taken back without a word of English', async () => {
  const { say, db, state } = demoHouse();
  for (const [line, who] of life) {
    const answer = await say(line, { ...who, language: 'id' });
    const buttons = (answer.actions ?? []).flatMap(({ label, confirm = '' }) => [label, confirm]);
    expect([words(answer), ...buttons].flatMap((each) => each.split('\n')).flatMap(englishIn), line).toEqual([]);
  }
  const reader = { language: 'id', shop: state.shop.read() } as const;
  const contents = db.prepare<[], string>('SELECT content FROM outbox').pluck().all();
  expect(contents.length).toBeGreaterThan(3);
  for (const content of contents)
    expect(
      words(toldIn(JSON.parse(content), reader))
        .split('\n')
        .flatMap(englishIn),
    ).toEqual([]);
});

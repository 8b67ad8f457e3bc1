import { describe, expect, it } from 'vitest';
import type { Caller } from '../../commands/call.ts';
import { toldIn } from '../../words/tell.ts';
import { ana, demoHouse, dina, rina, vina } from '../support/house.ts';

/** English that no Indonesian sentence holds, and no name of the demo shop. */
const english =
  /\b(the|of|is|are|was|and|or|with|for|not|this|that|which|week|weeks|day|days|sales|cost|spend|change|campaign|campaigns|customers|orders|weekly|profit|approve|approved|proposed|from|to|by|no(?!\.)|none|can|nothing)\b/i;

/** What is left after commands to type, quoted values, file contents and links to receipts are taken out. */
function foreignWords(answer: unknown): string[] {
  const found: string[] = [];
  const look = (thing: unknown, key: string) => {
    if (typeof thing === 'string') {
      if (['kind', 'unit', 'tone', 'type', 'style', 'name', 'level', 'scale', 'mime', 'content'].includes(key)) return;
      const prose = thing
        .replace(/\/(budget|campaign|channel|team|data|list|forecast)\b[^.;]*/g, '')
        .replace(/\b(yes|no|locked|free|from|to):/g, '');
      if (english.test(prose)) found.push(thing);
    } else if (Array.isArray(thing)) for (const each of thing) look(each, key);
    else if (typeof thing === 'object' && thing !== null)
      for (const [name, each] of Object.entries(thing))
        if (!['ask', 'shop', 'outcome', 'audience', 'language'].includes(name)) look(each, name);
  };
  look(answer, '');
  return found;
}

const reads = (caller: Caller): Caller => ({ ...caller, language: 'id' });

describe('the money rooms in Indonesian', () => {
  it('plan, propose, decide and carry out without a word of English', async () => {
    const { say, db, state } = demoHouse();
    const lines: readonly (readonly [string, Caller])[] = [
      ['/budget plan', rina],
      ['/budget plan explore:yes', rina],
      ['/budget propose max-step:20', rina],
      ['/budget pending', vina],
      ['/budget show P-1', dina],
      ['/budget adjust P-1', rina],
      ['/budget what-if P-1 split:"Voucher=4M"', rina],
      ['/budget approve P-1', vina],
      ['/budget reject', dina],
      ['/budget approve P-1', dina],
      ['/budget show P-1', rina],
      ['/budget done P-1', rina],
      ['/budget promise P-1', rina],
      ['/budget undo P-1', rina],
      ['/budget log', rina],
      ['/budget record', rina],
      ['/budget policy', ana],
      ['/budget freeze', ana],
      ['/budget freeze reason:"tinjauan"', ana],
      ['/budget unfreeze', ana],
    ];
    for (const [line, who] of lines) expect.soft(foreignWords(await say(line, reads(who))), line).toEqual([]);
    const kept = db.prepare<[], string>('SELECT content FROM outbox').pluck().all();
    for (const content of kept)
      expect.soft(foreignWords(toldIn(JSON.parse(content), { language: 'id', shop: state.shop.read() }))).toEqual([]);
  });

  it('tell what campaigns bring without a word of English', async () => {
    const { say } = demoHouse();
    const lines: readonly (readonly [string, Caller])[] = [
      ['/campaign roi', vina],
      ['/campaign roi by:kind', vina],
      ['/campaign roi by:month', vina],
      ['/campaign list', vina],
      ['/campaign show', vina],
      ['/campaign show "Voucher Gajian"', vina],
      ['/campaign cost', rina],
      ['/campaign cost campaign:Voucher percent:25 from:2027-03-01 to:2027-03-10', rina],
      ['/campaign cost', rina],
      ['/campaign same', rina],
      ['/campaign target low:6 high:10', rina],
      ['/campaign plan', vina],
      ['/campaign timing', vina],
      ['/campaign discount', vina],
      ['/campaign funnel', vina],
      ['/campaign budget campaign:Voucher amount:12M', rina],
      ['/campaign pacing', vina],
    ];
    for (const [line, who] of lines) expect.soft(foreignWords(await say(line, reads(who))), line).toEqual([]);
  });
});

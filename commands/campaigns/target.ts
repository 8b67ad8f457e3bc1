import { z } from 'zod';
import { formatValue } from '../../words/quantity.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { Refusal } from '../refusal.ts';

/** The band that marketing's share of sales should lie in, as shares. */
export type Band = { readonly low: number; readonly high: number };

const TOPIC = 'campaigns';
const KEY = 'cost share band';

const percent = (says: string) =>
  z.coerce
    .number('must be a percentage from 0 to 100')
    .min(0, 'must be a percentage from 0 to 100')
    .max(100, 'must be a percentage from 0 to 100')
    .meta({ kind: 'text', description: says });

export const campaignTarget = defineCommand({
  name: 'campaign target',
  summary: 'The band that marketing cost should lie in, in percent of sales',
  examples: ['campaign target low:6 high:10', 'campaign target'],
  needs: 'analyst',
  input: z.strictObject({
    low: percent('lowest, such as 6').optional(),
    high: percent('highest, such as 10').optional(),
  }),
  run({ low, high }, { state, caller, now, shop }) {
    const before = targetBand(state);
    if (low === undefined && high === undefined) {
      if (before === null) throw new Refusal('No target is set', 'For example: /campaign target low:6 high:10');
      return { title: `Target: ${bandWords(before, shop)} of sales`, tone: 'plain', parts: [] };
    }
    const band = { low: (low ?? 0) / 100, high: (high ?? 100) / 100 };
    if (band.high <= band.low)
      throw new Refusal('high: must be more than low:', 'For example: /campaign target low:6 high:10');
    const actor = actorOf(caller);
    state.atomically(() => {
      state.memory.set(TOPIC, KEY, JSON.stringify(band), now);
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'cost share target set',
        subject: 'campaigns',
        version: null,
        detail: { low: band.low, high: band.high, before: before && bandWords(before, shop) },
      });
    });
    return {
      title: `Marketing cost should be ${bandWords(band, shop)} of sales`,
      tone: 'good',
      parts: [{ kind: 'text', text: '/campaign roi says where it is.' }],
      actions: [{ label: 'Returns', style: 'plain', ask: { name: 'campaign roi', input: {} } }],
    };
  },
});

export function targetBand({ memory }: Pick<Context['state'], 'memory'>): Band | null {
  const kept = memory.get(TOPIC, KEY);
  return kept === null ? null : (JSON.parse(kept) as Band);
}

export function bandWords({ low, high }: Band, shop: Context['shop']): string {
  return `${formatValue(low, 'share', shop)} to ${formatValue(high, 'share', shop)}`;
}

/** Where a share lies: "inside the target of 6% to 10%". */
export function againstTarget(share: number, band: Band, shop: Context['shop']): string {
  const side = share < band.low ? 'below' : share > band.high ? 'above' : 'inside';
  return `${side} the target of ${bandWords(band, shop)}`;
}

import { z } from 'zod';
import { type Said, say, share, type Words } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { asMessage } from '../input-problem.ts';
import { Refusal } from '../refusal.ts';

/** The band that marketing's share of sales should lie in, as shares. */
export type Band = { readonly low: number; readonly high: number };

const TOPIC = 'campaigns';
const KEY = 'cost share band';

const isPercentage = asMessage(say`must be a percentage from 0 to 100`);

const percent = (says: Said) =>
  z.coerce.number(isPercentage).min(0, isPercentage).max(100, isPercentage).meta({ kind: 'text', says });

export const campaignTarget = defineCommand({
  name: 'campaign target',
  summary: say`The band that marketing cost should lie in, in percent of sales`,
  examples: ['campaign target low:6 high:10', 'campaign target'],
  needs: 'analyst',
  input: z.strictObject({
    low: percent(say`lowest, such as 6`).optional(),
    high: percent(say`highest, such as 10`).optional(),
  }),
  run({ low, high }, { state, caller, now }) {
    const before = targetBand(state);
    if (low === undefined && high === undefined) {
      if (before === null) throw new Refusal(say`No target is set`, say`For example: /campaign target low:6 high:10`);
      return { title: say`Target: ${bandWords(before)} of sales`, tone: 'plain', parts: [] };
    }
    const band = { low: (low ?? 0) / 100, high: (high ?? 100) / 100 };
    if (band.high <= band.low)
      throw new Refusal(say`high: must be more than low:`, say`For example: /campaign target low:6 high:10`);
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
        detail: { low: band.low, high: band.high, before },
      });
    });
    return {
      title: say`Marketing cost should be ${bandWords(band)} of sales`,
      tone: 'good',
      parts: [{ kind: 'text', text: say`/campaign roi says where it is.` }],
      actions: [{ label: say`Returns`, style: 'plain', ask: { name: 'campaign roi', input: {} } }],
    };
  },
});

export function targetBand({ memory }: Pick<Context['state'], 'memory'>): Band | null {
  const kept = memory.get(TOPIC, KEY);
  return kept === null ? null : (JSON.parse(kept) as Band);
}

function bandWords({ low, high }: Band): Said {
  return say`${share(low)} to ${share(high)}`;
}

/** Where marketing's share of sales lies. */
export function againstTarget(of: number, band: Band): Said {
  const [now, target] = [share(of), bandWords(band)];
  if (of < band.low) return say`Marketing costs ${now} of all sales: below the target of ${target}.`;
  if (of > band.high) return say`Marketing costs ${now} of all sales: above the target of ${target}.`;
  return say`Marketing costs ${now} of all sales: inside the target of ${target}.`;
}

/** Where the cost of one report lies, as a share of the sales it tells. */
export function reportAgainstTarget(report: Words, of: number, band: Band): Said {
  const [now, target] = [share(of), bandWords(band)];
  if (of < band.low) return say`${report} costs ${now} of its sales: below the target of ${target}.`;
  if (of > band.high) return say`${report} costs ${now} of its sales: above the target of ${target}.`;
  return say`${report} costs ${now} of its sales: inside the target of ${target}.`;
}

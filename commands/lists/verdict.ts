import type { Instant } from '../../data/types/shop.ts';
import { change, type Said, say } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import type { Context } from '../command.ts';
import type { Effect, Judged } from './judge.ts';

/** In the audit log: append-only, so that what was told once stays beside what is known now. */
const ACT = 'list judged';

/** What all were told of a list once its window was over. */
export type ToldVerdict = Pick<Judged, 'verdict' | 'effect'> & { readonly at: Instant };

/** How a list ended, in a word. */
export const verdictLabels: Readonly<Record<Judged['verdict'], Said>> = {
  worked: say`worked`,
  'did harm': say`did harm`,
  "can't tell": say`can't tell`,
  void: say`void`,
  unknown: say`not known`,
};

/** "+35% (95%: +8.3% to +69%)": how much more often those written to ordered. */
export function effectWords({ rise, low95, high95 }: Effect): Said {
  return say`${change(rise)} (95%: ${change(low95)} to ${change(high95)})`;
}

/** To be called with the post that tells of it. */
export function rememberVerdict(id: string, { verdict, effect }: Judged, { state, now, caller }: Context): void {
  const { id: actor, name: actorName } = actorOf(caller);
  state.audit.append({ at: now, actor, actorName, act: ACT, subject: id, version: null, detail: { verdict, effect } });
}

/** What was told of a list, oldest first. */
export function toldVerdicts(id: string, { state }: Pick<Context, 'state'>): readonly ToldVerdict[] {
  return state.audit
    .about(id)
    .flatMap(({ act, at, detail }) => (act === ACT ? [{ at, ...(detail as Omit<ToldVerdict, 'at'>) }] : []));
}

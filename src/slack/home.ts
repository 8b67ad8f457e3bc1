import type { Answer } from '../told.ts';
import { platformError } from './errors.ts';
import { rendered } from './tell.ts';
import { inWords, type Wire } from './wire.ts';

/** The App Homes of people who have opened theirs since the process began. */
export type Homes = {
  /** `hash` is of what the person sees there, where they see anything. */
  open(user: string, hash: string | undefined): Promise<void>;
  /** Shows a person what holds now, if they have opened their Home. Never rejects. */
  refresh(user: string): Promise<void>;
};

/** Publishes each Home as `ask` answers it. What was asked for later is never overwritten by what was asked before. */
export function openHomes(wire: Wire, ask: (user: string) => Promise<Answer>): Homes {
  const seen = new Map<string, string | undefined>();

  async function publish(user: string, isFirst: boolean): Promise<void> {
    const hash = seen.get(user);
    const answer = await ask(user);
    // Asked too often: what stands there is better than that.
    if (answer.outcome === 'refused' && !isFirst) return;
    const { blocks } = rendered(wire, answer, 'view');
    try {
      const { view } = await wire.client.views.publish({
        user_id: user,
        view: { type: 'home', callback_id: 'home', blocks },
        ...(hash !== undefined && { hash }),
      });
      seen.set(user, view?.hash);
    } catch (error) {
      // Somebody was faster, with something newer. The next one does not know of which hash it is.
      seen.set(user, undefined);
      if (platformError(error) !== 'hash_conflict') wire.log('warn', `a Home was not shown: ${inWords(error)}`);
    }
  }

  return {
    async open(user, hash) {
      seen.set(user, hash);
      await publish(user, hash === undefined);
    },
    async refresh(user) {
      if (seen.has(user)) await publish(user, false);
    },
  };
}

import type { AlertRule } from '../../data/state/types/alerts.ts';
import type { State } from '../../data/state/types/state.ts';
import { say, type Words } from '../../words/say.ts';

/** So many alerts of a rule called not useful, with none useful since, make it keep quiet. */
export const VOTES_DOWN = 3;

const TOPIC = 'alert rule restored';

/** The rules that stand without anybody setting them. */
export const standingRules = ['week', 'days', 'series', 'pace', 'house'] as const satisfies readonly AlertRule[];

/** What the rules look at, by a name of its own. */
export const ruleNames: Readonly<Record<(typeof standingRules)[number], Words>> = {
  week: say`a whole week outside its band`,
  days: say`days running outside their bands`,
  series: say`a part of the shop outside its band`,
  pace: say`a month of spend beside its plan`,
  house: say`my own work`,
};

/** How many of a rule's alerts people called not useful, with none useful since. */
export function downVotes({ alerts, memory }: Pick<State, 'alerts' | 'memory'>, rule: AlertRule): number {
  return alerts.votedDown(rule, Number(memory.get(TOPIC, rule) ?? 0));
}

/** Whether people have voted a rule down: it is still checked and kept, and no longer posted. */
export function isDemoted(state: Pick<State, 'alerts' | 'memory'>, rule: AlertRule): boolean {
  return downVotes(state, rule) >= VOTES_DOWN;
}

/** Lets a rule post again: what was voted before no longer counts. */
export function restore({ memory }: Pick<State, 'memory'>, rule: AlertRule, at: number): void {
  memory.set(TOPIC, rule, String(at), at);
}

/** That a rule posts again. */
export function restoredWords(rule: AlertRule): Words {
  switch (rule) {
    case 'week':
      return say`Alerts of a whole week outside its band are posted again.`;
    case 'days':
      return say`Alerts of days running outside their bands are posted again.`;
    case 'series':
      return say`Alerts of a part of the shop outside its band are posted again.`;
    case 'pace':
      return say`Alerts of a month of spend beside its plan are posted again.`;
    case 'house':
      return say`Alerts about my own work are posted again.`;
    default:
      return say`Alerts of ${rule} are posted again.`;
  }
}

/** That a rule is quiet, and the way back. */
export function demotedWords(rule: AlertRule): Words {
  switch (rule) {
    case 'week':
      return say`Three alerts of a whole week outside its band were not useful: I keep that kind to myself from now on. It stands in /alerts, and is posted again after /alerts restore rule:week.`;
    case 'days':
      return say`Three alerts of days running outside their bands were not useful: I keep that kind to myself from now on. It stands in /alerts, and is posted again after /alerts restore rule:days.`;
    case 'series':
      return say`Three alerts of a part of the shop outside its band were not useful: I keep that kind to myself from now on. It stands in /alerts, and is posted again after /alerts restore rule:series.`;
    case 'pace':
      return say`Three alerts of a month of spend beside its plan were not useful: I keep that kind to myself from now on. It stands in /alerts, and is posted again after /alerts restore rule:pace.`;
    case 'house':
      return say`Three alerts about my own work were not useful: I keep that kind to myself from now on. It stands in /alerts, and is posted again after /alerts restore rule:house.`;
    default:
      return say`Three alerts of ${rule} were not useful: I keep that kind to myself from now on. It stands in /alerts, and is posted again after /alerts restore rule:${rule}.`;
  }
}

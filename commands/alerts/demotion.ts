import type { AlertRule, State } from '../../data/state/types.ts';

/** So many alerts of a rule called not useful, with none useful since, make it keep quiet. */
export const VOTES_DOWN = 3;

const TOPIC = 'alert rule restored';

/** What the rules look at, for sentences. */
export const ruleNames: Readonly<Record<AlertRule, string>> = {
  week: 'a whole week outside its band',
  days: 'days running outside their bands',
  pace: 'a month of spend beside its plan',
};

/** Whether people have voted a rule down: it is still checked and kept, and no longer posted. */
export function isDemoted({ alerts, memory }: Pick<State, 'alerts' | 'memory'>, rule: AlertRule): boolean {
  return alerts.votedDown(rule, Number(memory.get(TOPIC, rule) ?? 0)) >= VOTES_DOWN;
}

/** Lets a rule post again: what was voted before no longer counts. */
export function restore({ memory }: Pick<State, 'memory'>, rule: AlertRule, at: number): void {
  memory.set(TOPIC, rule, String(at), at);
}

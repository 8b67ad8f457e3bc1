import type { Run, RunKind } from '../../data/state/types/runs.ts';
import { type houseOn, words } from './house.ts';

type House = Pick<ReturnType<typeof houseOn>, 'db' | 'state' | 'say'>;

/** Every run that was kept, the first first. */
export function everyRun({ db, state }: Pick<House, 'db' | 'state'>): Run[] {
  const ids = db.prepare<[], string>('SELECT id FROM run ORDER BY rowid').pluck().all();
  return ids.map((id) => state.runs.byId(id)!);
}

/** What /why says of each run of a kind that is computed again; nobody wants to read that there is none. */
export async function againOf(house: House, kind: RunKind): Promise<string[]> {
  const said: string[] = [];
  for (const { id } of everyRun(house).filter((run) => run.kind === kind)) {
    const answer = await house.say(`/why ${id} again:yes`);
    said.push(answer.title.replace(id, 'It') === SAME ? SAME : words(answer));
  }
  return [...new Set(said)];
}

export const SAME = 'It computed again: the same to the last digit';

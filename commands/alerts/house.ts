import type { Day } from '../../data/types/shop.ts';
import { daysBetween } from '../../models/days.ts';
import { count, day, plural, type Said, say, sentences, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import type { Found, HouseFinding, Look } from './finding.ts';

/** Data may be so old before somebody is told; a shop that brings its files once a week has a day of grace. */
const USUAL_STALE_DAYS = 9;
const TOPIC = 'alert stale';

/** After how many days without newer data the admins are told. */
export function staleAfter({ memory }: Pick<Context['state'], 'memory'>): number {
  return Number(memory.get(TOPIC, 'days') ?? USUAL_STALE_DAYS);
}

export function setStaleAfter({ memory }: Pick<Context['state'], 'memory'>, days: number, at: number): void {
  memory.set(TOPIC, 'days', String(days), at);
}

/** Sextant's own work: jobs that failed, files that could not be read, data that stopped coming, backups not made. */
export async function checkHouse(context: Context): Promise<Look> {
  const found = [
    ...failedJobs(context),
    ...(await failedImport(context)),
    ...(await staleData(context)),
    ...noBackup(context),
  ];
  return { found, judged: ({ rule }) => rule === 'house' };
}

/** What is wrong in words for all who may read them: jobs and files are named to admins alone. */
export async function houseInWords(context: Context): Promise<readonly Words[]> {
  const { shared, caller } = context;
  const [jobs, files] = [failedJobs(context), await failedImport(context)];
  const others = [...(await staleData(context)), ...noBackup(context)].map(saysOf);
  if (!shared && caller.role === 'admin') return [...jobs.map(saysOf), ...files.map(saysOf), ...others];
  const unnamed = [
    jobs.length > 0
      ? plural(jobs.length, say`${count(jobs.length)} job failed`, say`${count(jobs.length)} jobs failed`)
      : null,
    files.length > 0 ? say`The newest file was not stored` : null,
  ];
  return [...unnamed.filter((each) => each !== null), ...others];
}

function saysOf({ finding }: Found): Words {
  return (finding as HouseFinding).says;
}

function trouble(cause: string, says: Words, remedy: Words): Found {
  return { rule: 'house', side: 'below', cause: `house ${cause}`, impact: 0, finding: { rule: 'house', says, remedy } };
}

function failedJobs({ state }: Context): Found[] {
  return state.schedules
    .lastFinished()
    .filter(({ error }) => error !== null)
    .map(({ schedule, error }) =>
      trouble(
        `job ${schedule}`,
        say`The job ${schedule} failed`,
        sentences(say`${error!}.`, say`Try it again with /schedule run ${schedule}; this is over when it works.`),
      ),
    );
}

/** The newest file, where it could not be stored: an older one that failed has been followed by one that came in. */
async function failedImport({ facts }: Context): Promise<Found[]> {
  const [newest] = (await facts.imports.list()).toSorted((a, b) => b.startedAt - a.startedAt);
  if (newest?.status !== 'failed') return [];
  return [
    trouble(
      `import ${newest.id}`,
      say`The file ${newest.name} was not stored (${newest.id})`,
      say`/why ${newest.id} says what was wrong with it. This is over when a file comes in.`,
    ),
  ];
}

/** Where all numbers end. */
export function noNewerData(lastCompleteDay: Day): Said {
  return say`No newer data since ${day(lastCompleteDay)}`;
}

async function staleData({ facts, state, today }: Context): Promise<Found[]> {
  const { lastCompleteDay } = await facts.coverage();
  const most = staleAfter(state);
  if (lastCompleteDay === null || daysBetween(lastCompleteDay, today) <= most) return [];
  return [
    trouble(
      'stale data',
      noNewerData(lastCompleteDay),
      say`All numbers end there. Bring newer files with /import; I say so after ${count(most)} days (/alerts stale).`,
    ),
  ];
}

function noBackup({ state }: Context): Found[] {
  const failed = state.memory.get('backup', 'failed');
  if (failed === null || failed === '') return [];
  return [
    trouble(
      'backup',
      say`Last night's backup was not made`,
      sentences(say`${failed}.`, say`Is there room on the disk? It is tried again every ten minutes.`),
    ),
  ];
}

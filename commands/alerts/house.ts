import { count, plural, say, sentences, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import type { Found, HouseFinding, Look } from './finding.ts';
import { staleData } from './stale.ts';

/** Sextant's own work: jobs that failed, files that could not be read, data that stopped coming, backups not made. */
export async function checkHouse(context: Context): Promise<Look> {
  const found = [
    ...failedJobs(context),
    ...(await failedImport(context)),
    ...(await staleTroubles(context)),
    ...noBackup(context),
  ];
  return { found, judged: ({ rule }) => rule === 'house' };
}

/** What is wrong in words for all who may read them: jobs and files are named to admins alone. */
export async function houseInWords(context: Context): Promise<readonly Words[]> {
  const { shared, caller } = context;
  const [jobs, files] = [failedJobs(context), await failedImport(context)];
  const others = [...(await staleTroubles(context)), ...noBackup(context)].map(saysOf);
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

async function staleTroubles(context: Context): Promise<Found[]> {
  return (await staleData(context)).map(({ cause, says, remedy }) => trouble(cause, says, remedy));
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

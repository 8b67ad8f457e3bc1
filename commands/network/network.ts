import { z } from 'zod';
import { LEAST_MEMBERS } from '../../models/network/groups.ts';
import { type Network, type Ranking, ranked } from '../../models/network/network.ts';
import { formatValue } from '../../words/quantity.ts';
import { type Context, defineCommand } from '../command.ts';
import { csvFile } from '../csv.ts';
import { mayTellOfFew } from '../few-people.ts';
import { choice, text, wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Fact, Part, Reply } from '../reply.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import { branchReply } from './branch.ts';
import { namesOf } from './names.ts';
import { treePart } from './picture.ts';
import { networkRun } from './runs.ts';
import { groupTable, rankingWords, sponsorTable } from './tables.ts';
import { groupWords, leftOutWords } from './words.ts';

const MOST_SHOWN = 25;
const GROUPS_SHOWN = 5;

const input = z.strictObject({
  top: wholeNumber({ from: 1, to: MOST_SHOWN, says: 'how many sponsors to show' }).default(5),
  by: choice(['spent', 'brought', 'below', 'rate', 'active'], 'what the best sponsor is best at').default('spent'),
  sponsor: text('one customer by their number: what came through them, for you alone', { most: 200 }).optional(),
  csv: choice(['yes', 'no'], 'add the sponsors as a file, for you alone').default('no'),
});

export const network = defineCommand({
  name: 'network',
  summary: 'Who brings customers in, what those spend, and whether they stay',
  examples: ['network', 'network by:active top:20', 'network sponsor:C00042'],
  needs: 'viewer',
  input,

  async run(asked, context) {
    const cut = await readCut(context);
    if ((asked.sponsor !== undefined || asked.csv === 'yes') && !mayTellOfFew(context)) {
      throw new Refusal(
        'That answer names customers',
        'It is for those who work with lists (the analyst role), and for nobody else to read: ask without share.',
      );
    }
    if (asked.sponsor !== undefined) return branchReply(context, cut, asked.sponsor);
    return networkReply(context, cut, asked);
  },
});

async function networkReply(context: Context, cut: Cut, { top, by, csv }: z.output<typeof input>): Promise<Reply> {
  const run = await networkRun(context, cut);
  const { result } = run;
  const open = mayTellOfFew(context);
  const sponsors = ranked(result.top, by)
    .filter(({ downline }) => open || downline >= LEAST_MEMBERS)
    .slice(0, top);
  const names = await namesOf(
    context,
    sponsors.map(({ id }) => id),
    (at) => `No. ${at + 1}`,
  );
  const { large } = result.groups;
  const groupNames = await namesOf(
    context,
    large.map(({ head }) => head),
    (at) => `Group ${at + 1}`,
  );
  const count = (value: number) => formatValue(value, 'count', cut.shop);
  const words = [
    groupWords(result.groups, result.people, groupNames, cut.shop),
    keepingWords(result, cut),
    leftOutWords(result.leftOut, cut.shop),
  ];
  const parts: Part[] = [
    { kind: 'facts', facts: factsOf(run, open) },
    { kind: 'text', text: words.filter((each) => each !== '').join('\n') },
    ...(await treePart(context, cut, result.picture, 'The upper part of the largest trees')),
    ...(sponsors.length > 0
      ? [
          sponsorTable(sponsors, names, { title: `Sponsors by ${rankingWords[by]}`, columns: 'brings', open }),
          sponsorTable(sponsors, names, { title: 'The same, for their time here', columns: 'keeps', open }),
        ]
      : []),
    ...(large.length > 0 ? [groupTable(large.slice(0, GROUPS_SHOWN), groupNames)] : []),
    { kind: 'note', text: noteOf(result, open) },
  ];
  if (csv === 'yes') parts.push(await fileOf(context, cut, run, by));
  return {
    title: `${count(result.sponsors)} customers brought ${count(result.members)} others`,
    tone: 'plain',
    parts,
    actions: actionsOf(run, { by, top, csv, open }),
  };
}

function factsOf({ id, result }: RunOf<Network>, open: boolean): Fact[] {
  const { members, membersMinor, shopMinor, told, active, deepest, strangers, sponsors } = result;
  const few = (people: number) => !open && people > 0 && people < LEAST_MEMBERS;
  return [
    { label: 'Came through somebody', value: members, unit: 'count', receipt: id },
    { label: 'They spent, each counted once', value: membersMinor, unit: 'money' },
    { label: 'Of all sales', value: shopMinor === 0 ? null : membersMinor / shopMinor, unit: 'share' },
    { label: 'Keep buying', value: told === 0 ? null : active / told, unit: 'share' },
    {
      label: 'The busiest tenth of sponsors brought',
      value: few(sponsors / 10) ? null : result.topTenthShare,
      unit: 'share',
    },
    {
      label: 'The busiest hundredth brought',
      value: few(sponsors / 100) ? null : result.topHundredthShare,
      unit: 'share',
    },
    { label: 'Longest chain', value: deepest, unit: 'count' },
    few(strangers)
      ? { label: 'Sponsors who never bought', value: `fewer than ${LEAST_MEMBERS}`, unit: 'text' }
      : { label: 'Sponsors who never bought', value: strangers, unit: 'count' },
  ];
}

/** Whether anybody's people stay longer than everybody's do. */
function keepingWords({ top, told, active }: Network, { shop }: Cut): string {
  if (told === 0) return '';
  const all = active / told;
  const better = top.filter((sponsor) => sponsor.active !== null && sponsor.active.low > all).length;
  const who =
    better === 0
      ? 'No sponsor’s people clearly do'
      : `The people of ${formatValue(better, 'count', shop)} ${better === 1 ? 'sponsor' : 'sponsors'} clearly do`;
  return `Of all who were brought ${formatValue(all, 'share', shop)} keep buying. ${who} so more often.`;
}

function noteOf({ virality, gini, groups }: Network, open: boolean): string {
  return [
    'Spend of brought adds up over sponsors. Spend of all below does not: a person counts below each sponsor above.',
    'Where few were brought, rates are drawn towards everybody’s; “at least” holds 9 times in 10.',
    `Concentration ${gini.toFixed(2)} of 1; mean distance in the largest tree ${virality.toFixed(1)} (2 is a star); groups ${groups.modularity.toFixed(2)} of 1 apart.`,
    'People whom good customers brought may have come anyway: this goes with spending, it does not prove a cause.',
    ...(open
      ? []
      : [`What tells of fewer than ${LEAST_MEMBERS} people is left out; names are for those who work with lists.`]),
  ].join('\n');
}

async function fileOf(context: Context, { shop }: Cut, { id, result }: RunOf<Network>, by: Ranking): Promise<Part> {
  const all = ranked(result.top, by);
  const names = await namesOf(
    context,
    all.map(({ id }) => id),
    String,
  );
  return csvFile(`sponsors-${id}.csv`, sponsorTable(all, names, { title: '', columns: 'all', open: true }), shop);
}

function actionsOf(
  { id }: RunOf<Network>,
  { by, top, csv, open }: { readonly by: Ranking; readonly top: number; readonly csv: string; readonly open: boolean },
): Action[] {
  const ask = (label: string, input: Record<string, unknown>): Action => ({
    label,
    style: 'plain',
    ask: { name: 'network', input: { by, top, ...input } },
  });
  return [
    { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id } } },
    by === 'active' ? ask('Who brought most', { by: 'spent' }) : ask('Whose people stay', { by: 'active' }),
    ...(open && csv === 'no' ? [ask('CSV', { csv: 'yes' })] : []),
  ];
}

import { z } from 'zod';
import { LEAST_MEMBERS } from '../../models/network/groups.ts';
import { type Network, type Ranking, ranked } from '../../models/network/network.ts';
import { hundredths } from '../../models/rounding.ts';
import { count, lines, named, number, plural, type Said, say, sentences, share, type Words } from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { csvFile } from '../csv.ts';
import { mayTellOfFew } from '../few-people.ts';
import { choice, text, wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Fact, Part, Reply } from '../reply.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import { branchReply } from './branch.ts';
import { namesOf, numbered } from './names.ts';
import { treePart } from './picture.ts';
import { networkRun } from './runs.ts';
import { groupTable, rankingTitles, sponsorTable } from './tables.ts';
import { groupWords, leftOutWords } from './words.ts';

const MOST_SHOWN = 25;
const GROUPS_SHOWN = 5;

const input = z.strictObject({
  top: wholeNumber({ from: 1, to: MOST_SHOWN, says: say`how many sponsors to show` }).default(5),
  by: choice(['spent', 'brought', 'below', 'rate', 'active'], say`what the best sponsor is best at`).default('spent'),
  sponsor: text(say`one customer by their number: what came through them, for you alone`, { most: 200 }).optional(),
  csv: choice(['yes', 'no'], say`add the sponsors as a file, for you alone`).default('no'),
});

export const network = defineCommand({
  name: 'network',
  summary: say`Who brings customers in, what those spend, and whether they stay`,
  examples: ['network', 'network by:active top:20', 'network sponsor:C00042'],
  needs: 'viewer',
  input,

  async run(asked, context) {
    const cut = await readCut(context);
    if ((asked.sponsor !== undefined || asked.csv === 'yes') && !mayTellOfFew(context)) {
      throw new Refusal(
        say`That answer names customers`,
        say`It is for those who work with lists (the analyst role), and for nobody else to read: ask without share.`,
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
    (at) => say`No. ${count(at + 1)}`,
  );
  const { large } = result.groups;
  const groupNames = await namesOf(
    context,
    large.map(({ head }) => head),
    (at) => say`Group ${count(at + 1)}`,
  );
  const words = lines([
    groupWords(result.groups, result.people, groupNames),
    keepingWords(result),
    leftOutWords(result.leftOut),
  ]);
  const parts: Part[] = [
    { kind: 'facts', facts: factsOf(run, open) },
    { kind: 'text', text: words },
    ...(await treePart(context, cut, result.picture, say`The upper part of the largest trees`)),
    ...(sponsors.length > 0
      ? [
          sponsorTable(sponsors, names, { title: rankingTitles[by], columns: 'brings', open }),
          sponsorTable(sponsors, names, { title: say`The same, for their time here`, columns: 'keeps', open }),
        ]
      : []),
    ...(large.length > 0 ? [groupTable(large.slice(0, GROUPS_SHOWN), groupNames)] : []),
    { kind: 'note', text: noteOf(result, open) },
  ];
  if (csv === 'yes') parts.push(await fileOf(context, cut, run, by));
  return {
    title: say`${count(result.sponsors)} customers brought ${count(result.members)} others`,
    tone: 'plain',
    parts,
    actions: actionsOf(run, { by, top, csv, open }),
  };
}

function factsOf({ id, result }: RunOf<Network>, open: boolean): Fact[] {
  const { members, membersMinor, shopMinor, told, active, deepest, strangers, sponsors } = result;
  const few = (people: number) => !open && people > 0 && people < LEAST_MEMBERS;
  return [
    { label: say`Came through somebody`, value: members, unit: 'count', receipt: id },
    { label: say`They spent, each counted once`, value: membersMinor, unit: 'money' },
    { label: say`Of all sales`, value: shopMinor === 0 ? null : membersMinor / shopMinor, unit: 'share' },
    { label: say`Keep buying`, value: told === 0 ? null : active / told, unit: 'share' },
    {
      label: say`The busiest tenth of sponsors brought`,
      value: few(sponsors / 10) ? null : result.topTenthShare,
      unit: 'share',
    },
    {
      label: say`The busiest hundredth brought`,
      value: few(sponsors / 100) ? null : result.topHundredthShare,
      unit: 'share',
    },
    { label: say`Longest chain`, value: deepest, unit: 'count' },
    few(strangers)
      ? { label: say`Sponsors who never bought`, value: say`fewer than ${count(LEAST_MEMBERS)}`, unit: 'text' }
      : { label: say`Sponsors who never bought`, value: strangers, unit: 'count' },
  ];
}

/** Whether anybody's people stay longer than everybody's do. */
function keepingWords({ top, told, active }: Network): Said | null {
  if (told === 0) return null;
  const all = active / told;
  const better = top.filter((sponsor) => sponsor.active !== null && sponsor.active.low > all).length;
  return sentences(
    say`Of all who were brought ${share(all)} keep buying.`,
    better === 0
      ? say`No sponsor’s people clearly do so more often.`
      : plural(
          better,
          say`The people of ${count(better)} sponsor clearly do so more often.`,
          say`The people of ${count(better)} sponsors clearly do so more often.`,
        ),
  );
}

function noteOf({ virality, gini, groups }: Network, open: boolean): Said {
  return lines([
    say`Spend of brought adds up over sponsors. Spend of all below does not: a person counts below each sponsor above.`,
    say`Where few were brought, rates are drawn towards everybody’s; “at least” holds 9 times in 10.`,
    say`Concentration ${number(hundredths(gini))} of 1 (0: all brought alike, 1: one brought all); mean distance in the largest tree ${number(hundredths(virality))} (2 is a star); groups ${number(hundredths(groups.modularity))} of 1 apart.`,
    say`People whom good customers brought may have come anyway: this goes with spending, it does not prove a cause.`,
    open
      ? null
      : say`What tells of fewer than ${count(LEAST_MEMBERS)} people is left out; names are for those who work with lists.`,
  ]);
}

async function fileOf(context: Context, { shop }: Cut, { id, result }: RunOf<Network>, by: Ranking): Promise<Part> {
  const all = ranked(result.top, by);
  const names = await namesOf(
    context,
    all.map(({ id }) => id),
    numbered,
  );
  return csvFile(`sponsors-${id}.csv`, sponsorTable(all, names, { title: '', columns: 'all', open: true }), shop);
}

function actionsOf(
  { id }: RunOf<Network>,
  { by, top, csv, open }: { readonly by: Ranking; readonly top: number; readonly csv: string; readonly open: boolean },
): Action[] {
  const ask = (label: Words, input: Record<string, unknown>): Action => ({
    label,
    style: 'plain',
    ask: { name: 'network', input: { by, top, ...input } },
  });
  return [
    { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id } } },
    by === 'active' ? ask(say`Who brought most`, { by: 'spent' }) : ask(say`Whose people stay`, { by: 'active' }),
    ...(open && csv === 'no' ? [ask(named('CSV'), { csv: 'yes' })] : []),
  ];
}

import type { Step } from '../../models/network/branch.ts';
import { count, listed, named, type Said, say, sentences, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Fact, Reply, Table } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import { namesOf, numbered } from './names.ts';
import { treePart } from './picture.ts';
import { branchRun } from './runs.ts';

const NAMED_ABOVE = 5;

/** One person's part of the network: names customers, so only for those who may read them. */
export async function branchReply(context: Context, cut: Cut, ref: string): Promise<Reply> {
  const person = await context.facts.customers.find(ref);
  if (person === null) {
    throw new Refusal(
      say`I know no customer ${ref}`,
      say`Write the number as your shop does, such as in the table of /network.`,
    );
  }
  const run = await branchRun(context, cut, person, ref);
  const { sponsor, above, steps, picture } = run.result;
  const [name = named(ref), ...aboveNames] = await namesOf(context, [person, ...above.slice(0, NAMED_ABOVE)], numbered);
  const facts: Fact[] = [
    { label: say`Brought`, value: sponsor.direct, unit: 'count', receipt: run.id },
    { label: say`All below`, value: sponsor.downline, unit: 'count' },
    { label: say`Those brought spent`, value: sponsor.directMinor, unit: 'money' },
    { label: say`All below spent, each counted once`, value: sponsor.belowMinor, unit: 'money' },
    ...(sponsor.perMonth ? [{ label: say`Brings a month`, ...sponsor.perMonth, unit: 'number' as const }] : []),
    ...(sponsor.active ? [{ label: say`Keep buying`, ...sponsor.active, unit: 'share' as const }] : []),
    { label: say`Influence in the whole network`, value: sponsor.influence, unit: 'share' },
  ];
  return {
    title:
      sponsor.direct === 0
        ? say`${name} brought nobody`
        : say`${name} brought ${count(sponsor.direct)}, and ${count(sponsor.downline)} came through them in all`,
    tone: 'plain',
    parts: [
      { kind: 'facts', facts },
      { kind: 'text', text: aboveWords(aboveNames, above.length - aboveNames.length) },
      ...(await treePart(context, cut, picture, say`Who came through ${name}`)),
      ...(steps.length > 0 ? [stepTable(steps)] : []),
      {
        kind: 'note',
        text: say`Rates are drawn towards those of all sponsors where little is known. Each step counts people once; the steps add up.`,
      },
    ],
    actions: [{ label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id: run.id } } }],
  };
}

/** @param names from the one they came through upwards; `more` people are above these */
function aboveWords(names: readonly Words[], more: number): Said {
  if (names.length === 0) return say`Came by themselves, as far as files tell.`;
  const [first, ...others] = names;
  return sentences(
    say`Came through ${first!}.`,
    others.length > 0 ? say`Above them, one after the other: ${listed(others)}.` : null,
    more > 0 ? say`${count(more)} more are above these.` : null,
  );
}

function stepTable(steps: readonly Step[]): Table {
  return {
    kind: 'table',
    title: say`Step by step`,
    columns: [
      { title: say`Step`, unit: 'count' },
      { title: say`People`, unit: 'count' },
      { title: say`Keep buying`, unit: 'share' },
      { title: say`Spent`, unit: 'money' },
    ],
    rows: steps.map(({ people, told, active, revenueMinor }, at) => [
      at + 1,
      people,
      told === 0 ? null : active / told,
      revenueMinor,
    ]),
  };
}

import type { Step } from '../../models/network/branch.ts';
import { formatValue } from '../../words/quantity.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Fact, Reply, Table } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import { namesOf } from './names.ts';
import { treePart } from './picture.ts';
import { branchRun } from './runs.ts';

const NAMED_ABOVE = 5;

/** One person's part of the network: names customers, so only for those who may read them. */
export async function branchReply(context: Context, cut: Cut, ref: string): Promise<Reply> {
  const person = await context.facts.customers.find(ref);
  if (person === null) {
    throw new Refusal(
      `I know no customer ${ref}`,
      'Write the number as your shop does, such as in the table of /network.',
    );
  }
  const run = await branchRun(context, cut, person, ref);
  const { sponsor, above, steps, picture } = run.result;
  const count = (value: number) => formatValue(value, 'count', cut.shop);
  const [name = ref, ...aboveNames] = await namesOf(context, [person, ...above.slice(0, NAMED_ABOVE)], String);
  const facts: Fact[] = [
    { label: 'Brought', value: sponsor.direct, unit: 'count', receipt: run.id },
    { label: 'All below', value: sponsor.downline, unit: 'count' },
    { label: 'Those brought spent', value: sponsor.directMinor, unit: 'money' },
    { label: 'All below spent, each counted once', value: sponsor.belowMinor, unit: 'money' },
    ...(sponsor.perMonth ? [{ label: 'Brings a month', ...sponsor.perMonth, unit: 'number' as const }] : []),
    ...(sponsor.active ? [{ label: 'Keep buying', ...sponsor.active, unit: 'share' as const }] : []),
    { label: 'Influence in the whole network', value: sponsor.influence, unit: 'share' },
  ];
  return {
    title:
      sponsor.direct === 0
        ? `${name} brought nobody`
        : `${name} brought ${count(sponsor.direct)}, and ${count(sponsor.downline)} came through them in all`,
    tone: 'plain',
    parts: [
      { kind: 'facts', facts },
      { kind: 'text', text: aboveWords(aboveNames, above.length - aboveNames.length) },
      ...(await treePart(context, cut, picture, `Who came through ${name}`)),
      ...(steps.length > 0 ? [stepTable(steps)] : []),
      {
        kind: 'note',
        text: 'Rates are drawn towards those of all sponsors where little is known. Each step counts people once; the steps add up.',
      },
    ],
    actions: [{ label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: run.id } } }],
  };
}

function aboveWords(names: readonly string[], more: number): string {
  if (names.length === 0) return 'Came by themselves, as far as files tell.';
  return `Came through ${names.join(', who came through ')}${more > 0 ? `, and ${more} more above` : ''}.`;
}

function stepTable(steps: readonly Step[]): Table {
  return {
    kind: 'table',
    title: 'Step by step',
    columns: [
      { title: 'Step', unit: 'count' },
      { title: 'People', unit: 'count' },
      { title: 'Keep buying', unit: 'share' },
      { title: 'Spent', unit: 'money' },
    ],
    rows: steps.map(({ people, told, active, revenueMinor }, at) => [
      at + 1,
      people,
      told === 0 ? null : active / told,
      revenueMinor,
    ]),
  };
}

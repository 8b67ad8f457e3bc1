import type { Shop } from '../../data/types.ts';
import { LEAST_MEMBERS } from '../../models/network/groups.ts';
import type { Picture } from '../../models/network/picture.ts';
import { formatValue } from '../../words/quantity.ts';
import type { Context } from '../command.ts';
import { mayTellOfFew } from '../few-people.ts';
import type { Part } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import { namesOf } from './names.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The trees as a picture. Where names may not be read, only those with enough people below them, by number. */
export async function treePart(context: Context, cut: Cut, { people, of }: Picture, title: string): Promise<Part[]> {
  const mayRead = mayTellOfFew(context);
  // A person has fewer below than the one above, so that those left are a tree again, at the same places.
  const drawn = mayRead ? people : people.filter(({ downline }) => downline >= LEAST_MEMBERS);
  if (drawn.length < 2) return [];
  const numbers = numbersOf(drawn);
  const labels = await namesOf(
    context,
    drawn.map(({ id }) => id),
    (at) => numbers[at]!,
  );
  const count = (value: number) => formatValue(value, 'count', cut.shop);
  const [first] = drawn;
  const left = of - drawn.length;
  return [
    {
      kind: 'chart',
      title,
      subtitle: `People below each, and what they spent · ${count(drawn.length)} of ${count(of)} people are drawn · data until ${formatValue(cut.lastDay, 'day', cut.shop)}`,
      alt: `${labels[0]} stands above ${count(first!.downline)} people${largestBelow(drawn, labels, cut.shop)}.${left > 0 ? ` Not drawn: ${count(left)} more of these trees.` : ''}`,
      chart: {
        type: 'tree',
        unit: 'count',
        nodes: drawn.map(({ parent, downline, belowMinor }, at) => ({
          label: labels[at]!,
          parent,
          value: downline,
          ...(downline > 0 && { note: formatValue(belowMinor, 'money', cut.shop) }),
        })),
      },
    },
  ];
}

/** "Tree A", "A.1", "A.1.2", "Tree B": where each stands. */
function numbersOf(people: Picture['people']): readonly string[] {
  const seen = new Map<number | null, number>();
  const numbers: string[] = [];
  for (const { parent } of people) {
    const before = seen.get(parent) ?? 0;
    seen.set(parent, before + 1);
    numbers.push(parent === null ? LETTERS[before]! : `${numbers[parent]}.${before + 1}`);
  }
  return numbers.map((number) => (number.length === 1 ? `Tree ${number}` : number));
}

/** Of those below somebody: the one with most people below. */
function largestBelow(people: Picture['people'], labels: readonly string[], shop: Shop): string {
  const at = people.findIndex(({ parent, downline }) => parent !== null && downline > 0);
  if (at === -1) return '';
  return `, ${labels[at]} below ${labels[people[at]!.parent!]} above ${formatValue(people[at]!.downline, 'count', shop)}`;
}

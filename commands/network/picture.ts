import { LEAST_MEMBERS } from '../../models/network/groups.ts';
import type { Picture } from '../../models/network/picture.ts';
import { count, day, money, named, type Said, say, sentences, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { mayTellOfFew } from '../few-people.ts';
import type { Part } from '../reply.ts';
import type { Cut } from '../runs/cut.ts';
import { namesOf } from './names.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The trees as a picture. Where names may not be read, only those with enough people below them, by number. */
export async function treePart(context: Context, cut: Cut, { people, of }: Picture, title: Words): Promise<Part[]> {
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
  const [first] = drawn;
  const left = of - drawn.length;
  return [
    {
      kind: 'chart',
      title,
      subtitle: say`People below each, and what they spent · ${count(drawn.length)} of ${count(of)} people are drawn · data until ${day(cut.lastDay)}`,
      alt: sentences(
        say`${labels[0]!} stands above ${count(first!.downline)} people.`,
        largestBelow(drawn, labels),
        left > 0 ? say`Not drawn: ${count(left)} more of these trees.` : null,
      ),
      chart: {
        type: 'tree',
        unit: 'count',
        nodes: drawn.map(({ parent, downline, belowMinor }, at) => ({
          label: labels[at]!,
          parent,
          value: downline,
          ...(downline > 0 && { note: say`${money(belowMinor)}` }),
        })),
      },
    },
  ];
}

/** "Tree A", "A.1", "A.1.2", "Tree B": where each stands. */
function numbersOf(people: Picture['people']): readonly Words[] {
  const seen = new Map<number | null, number>();
  const numbers: string[] = [];
  for (const { parent } of people) {
    const before = seen.get(parent) ?? 0;
    seen.set(parent, before + 1);
    numbers.push(parent === null ? LETTERS[before]! : `${numbers[parent]}.${before + 1}`);
  }
  return numbers.map((number) => (number.length === 1 ? say`Tree ${number}` : named(number)));
}

/** Of those below somebody: the one with most people below. */
function largestBelow(people: Picture['people'], labels: readonly Words[]): Said | null {
  const at = people.findIndex(({ parent, downline }) => parent !== null && downline > 0);
  if (at === -1) return null;
  const { parent, downline } = people[at]!;
  return say`${labels[at]!}, below ${labels[parent!]!}, stands above ${count(downline)}.`;
}

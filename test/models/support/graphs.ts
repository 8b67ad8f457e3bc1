import type { Links } from '../../../models/network/communities.ts';

const edges = (text: string) => text.split(' ').map((edge) => edge.split('-').map(Number) as [number, number]);

function linksOf(people: number, pairs: readonly (readonly [number, number])[]): Links {
  return { people, from: Int32Array.from(pairs, ([one]) => one), to: Int32Array.from(pairs, ([, other]) => other) };
}

/** Zachary, An information flow model for conflict and fission in small groups, 1977: members 1 to 34 counted from 0. */
export const karate = linksOf(
  34,
  edges(
    '0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 1-7 1-13 1-17 1-19 1-21 1-30 ' +
      '2-3 2-7 2-8 2-9 2-13 2-27 2-28 2-32 3-7 3-12 3-13 4-6 4-10 5-6 5-10 5-16 6-16 8-30 8-32 8-33 9-33 13-33 ' +
      '14-32 14-33 15-32 15-33 18-32 18-33 19-33 20-32 20-33 22-32 22-33 23-25 23-27 23-29 23-32 23-33 24-25 24-27 ' +
      '24-31 25-31 26-29 26-33 27-33 28-31 28-33 29-32 29-33 30-32 30-33 31-32 31-33 32-33',
  ),
);

export const families = [
  'Acciaiuoli',
  'Albizzi',
  'Barbadori',
  'Bischeri',
  'Castellani',
  'Ginori',
  'Guadagni',
  'Lamberteschi',
  'Medici',
  'Pazzi',
  'Peruzzi',
  'Ridolfi',
  'Salviati',
  'Strozzi',
  'Tornabuoni',
];

/** Marriages of Florentine families: Breiger & Pattison, Cumulated social roles, 1986. */
export const florence = linksOf(
  families.length,
  edges('0-8 1-5 1-6 1-8 2-4 2-8 3-6 3-10 3-13 4-10 4-13 6-7 6-14 8-11 8-12 8-14 9-12 10-13 11-13 11-14'),
);

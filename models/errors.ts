import { count, say, type Words } from '../words/say.ts';
import { inEnglish } from '../words/tell.ts';

/** The data cannot answer: a person can mend it by bringing more, so it is told and not logged. */
export class NotEnoughData extends Error {
  readonly says: Words;
  readonly what: Words;
  readonly needed: number;
  readonly has: number;
  constructor(what: Words, needed: number, has: number) {
    const says = say`At least ${count(needed)} ${what} are needed, there are ${count(has)}`;
    super(inEnglish(says));
    this.says = says;
    this.name = 'NotEnoughData';
    this.what = what;
    this.needed = needed;
    this.has = has;
  }
}

/**
 * The wishes contradict each other: no split of the total keeps every bound. A person can mend it by loosening one,
 * so it is told and not logged. `least` and `most` are what the bounds would allow in total, in minor units.
 */
export class Infeasible extends Error {
  readonly says: Words;
  readonly total: number;
  readonly least: number;
  readonly most: number;
  constructor(why: Words, { total, least, most }: { total: number; least: number; most: number }) {
    super(inEnglish(why));
    this.says = why;
    this.name = 'Infeasible';
    this.total = total;
    this.least = least;
    this.most = most;
  }
}

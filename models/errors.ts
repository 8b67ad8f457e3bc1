/** The data cannot answer: a person can mend it by bringing more, so it is told and not logged. */
export class NotEnoughData extends Error {
  readonly what: string;
  readonly needed: number;
  readonly has: number;
  constructor(what: string, needed: number, has: number) {
    super(`needs at least ${needed} ${what}, there are ${has}`);
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
  readonly total: number;
  readonly least: number;
  readonly most: number;
  constructor(why: string, { total, least, most }: { total: number; least: number; most: number }) {
    super(why);
    this.name = 'Infeasible';
    this.total = total;
    this.least = least;
    this.most = most;
  }
}

import { metricName } from '../../../words/metric-names.ts';
import { type Said, say, type Words } from '../../../words/say.ts';
/** The numbers of one row by the names of their columns; null where a cell tells nothing. */
export type Values = Readonly<Record<string, number | null>>;

/** Something that must be true of every row of a kind of file, because its numbers hang together. */
export type RowIdentity = {
  readonly scope: 'row';
  /** Both sides in words: "Orders ÷ Claims = Usage rate". */
  readonly name: Words;
  /** The columns it speaks of. */
  readonly of: readonly string[];
  /** How far the two sides may be apart: what printing has rounded away. */
  readonly tolerance: number;
  /** How far they are apart; null where the row does not tell enough. */
  off(values: Values): number | null;
};

/** The rows of single days add up to the row of the whole period, column by column. */
export type SummaryIdentity = {
  readonly scope: 'summary';
  readonly name: Words;
  readonly of: readonly [string];
  /** Platforms count some days again later: up to this share of the total the two may differ, and it is said. */
  readonly tolerance: number;
};

export type Identity = RowIdentity | SummaryIdentity;

/** `of` ÷ `per` = `is`, within `tolerance`. A row of zeros says nothing. */
export function quotient({
  of,
  per,
  is,
  tolerance,
}: {
  readonly of: string;
  readonly per: string;
  readonly is: string;
  readonly tolerance: number;
}): RowIdentity {
  return {
    scope: 'row',
    name: say`${metricName(of)} ÷ ${metricName(per)} = ${metricName(is)}`,
    of: [of, per, is],
    tolerance,
    off(values) {
      const [top, bottom, told] = [values[of], values[per], values[is]];
      if (top == null || bottom == null || told == null || (top === 0 && told === 0)) return null;
      return Math.abs(top / bottom - told);
    },
  };
}

/** Price times quantity is the subtotal of a line, by the fields of these names, to the last minor unit or so. */
export function priceTimesQuantity(price: string, quantity: string, subtotal: string): RowIdentity {
  return {
    scope: 'row',
    name: say`Price × quantity = subtotal`,
    of: [price, quantity, subtotal],
    tolerance: 1,
    off(values) {
      const [each, times, told] = [values[price], values[quantity], values[subtotal]];
      return each == null || times == null || told == null ? null : Math.abs(each * times - told);
    },
  };
}

/** The parts add up to the whole; a part with a minus before its name is taken off. */
export function sum(parts: readonly string[], whole: string, tolerance = 0): RowIdentity {
  const signed = parts.map((part) =>
    part.startsWith('-') ? ({ part: part.slice(1), sign: -1 } as const) : ({ part, sign: 1 } as const),
  );
  const words = signed.reduce<Said | null>((before, { part, sign }) => {
    if (before === null) return say`${metricName(part)}`;
    return sign < 0 ? say`${before} − ${metricName(part)}` : say`${before} + ${metricName(part)}`;
  }, null);
  return {
    scope: 'row',
    name: say`${words ?? ''} = ${metricName(whole)}`,
    of: [...signed.map(({ part }) => part), whole],
    tolerance,
    off(values) {
      const told = values[whole];
      let total = 0;
      for (const { part, sign } of signed) {
        const value = values[part];
        if (value == null) return null;
        total += sign * value;
      }
      return told == null ? null : Math.abs(total - told);
    },
  };
}

/** `few` is never more than `many`: there are no visitors without a view. A row of zeros says nothing. */
export function atMost(few: string, many: string): RowIdentity {
  return {
    scope: 'row',
    name: say`${metricName(few)} ≤ ${metricName(many)}`,
    of: [few, many],
    tolerance: 0,
    off(values) {
      const [less, more] = [values[few], values[many]];
      return less == null || more == null || (less === 0 && more === 0) ? null : Math.max(0, less - more);
    },
  };
}

/** The days add up to the summary of their period, to `tolerance` as a share of it. */
export function daysAddUp(column: string, tolerance: number): SummaryIdentity {
  return {
    scope: 'summary',
    name: say`${metricName(column)} of the days add up to the summary`,
    of: [column],
    tolerance,
  };
}

/** Whether the row holds to it; null where it does not say. */
export function holds(identity: RowIdentity, values: Values): boolean | null {
  const off = identity.off(values);
  // The last digit of a printed rate is half a step away at most, give or take what binary fractions lose.
  return off === null ? null : off <= identity.tolerance + 1e-9;
}

import { count, listed, plural, say, type Words } from '../../words/say.ts';
import { inEnglish } from '../../words/tell.ts';
import { orderWords } from './import/dates.ts';

/** A wish that the data room refuses for a reason a person can act on: `message` is the fact, `remedy` what to do. */
export abstract class Refusal extends Error {
  readonly says: Words;
  abstract readonly remedy: Words;
  /** What shows that it is so, a sentence each. */
  readonly evidence: readonly Words[] = [];

  constructor(says: Words) {
    super(inEnglish(says));
    this.says = says;
  }
}

/** The file cannot be read as orders, and nothing of it was stored. */
export class UnreadableFile extends Refusal {
  override readonly name: string = 'UnreadableFile';
  readonly remedy: Words;

  constructor(reason: Words, remedy: Words) {
    super(reason);
    this.remedy = remedy;
  }
}

/** No kind of file has these columns: a person may say which is which. */
export class UnknownColumns extends UnreadableFile {
  override readonly name = 'UnknownColumns';
  readonly header: readonly string[];
  /** Fields that are missing of the kind that was asked for; "unitPrice or lineTotal" where one of them will do. */
  readonly missing: readonly string[];

  constructor(
    of: { readonly header: readonly string[]; readonly missing: readonly string[] },
    reason: Words,
    remedy: Words,
  ) {
    super(reason, remedy);
    this.header = of.header;
    this.missing = of.missing;
  }
}

/** The file is larger than this house takes: a mistake, or an attack. Nothing of it was stored. */
export class TooLarge extends Refusal {
  override readonly name = 'TooLarge';
  readonly remedy: Words = say`Export a shorter period, or split the file, and send the parts one after the other.`;
}

/** The same bytes were stored before. */
export class SameFile extends Refusal {
  override readonly name = 'SameFile';
  readonly remedy: Words = say`Nothing to do. For newer orders, export the file again.`;
  readonly earlierId: string;

  constructor(earlierId: string) {
    super(say`Same file as ${earlierId}, by content.`);
    this.earlierId = earlierId;
  }
}

/** The layout is known, but not one row of the file could be stored. */
export class NothingFits extends Refusal {
  override readonly name = 'NothingFits';
  readonly remedy: Words = say`Mend that column in the file, or export it again, and send it once more.`;
  /** The failed import: its rejects say what was wrong with each row. */
  readonly importId: string;

  constructor(importId: string, message: Words) {
    super(message);
    this.importId = importId;
  }
}

/** The file counts in another money than the shop: totals never mix currencies. */
export class OtherCurrency extends Refusal {
  override readonly name = 'OtherCurrency';
  readonly remedy: Words = say`Import it into a database of its own, or export it in the currency of the shop.`;

  constructor({ file, shop }: { readonly file: string; readonly shop: string }) {
    super(say`The file is in ${file}, the shop counts in ${shop}.`);
  }
}

/** Another file is being read at this moment. */
export class ImportBusy extends Refusal {
  override readonly name = 'ImportBusy';
  readonly remedy: Words = say`Send this one again when that one is done.`;

  constructor(runningId: string, name: string) {
    super(say`Another file is being read: ${runningId} ${name}.`);
  }
}

/** The first file names neither its money nor its shop, and a guess would stick to every later figure. */
export class ShopUnknown extends Refusal {
  override readonly name = 'ShopUnknown';
  readonly remedy: Words =
    say`Set SHOP_NAME, SHOP_CURRENCY (such as IDR) and SHOP_ZONE (such as Asia/Jakarta), start again and send the file once more. A file with a currency column says it by itself.`;

  constructor() {
    super(say`I do not know in what money and what time zone the shop counts, and this file does not say.`);
  }
}

/** What can be chosen, as it is told; it is typed as it stands. */
const choiceWords: Readonly<Record<string, Words>> = {
  ...orderWords,
  decimal: say`decimal`,
  thousands: say`thousands`,
};

/**
 * A column that can be read in more than one way, all through the file. Nothing is guessed: the same file with
 * `ImportRequest.decisions` holding one of the choices under the column's name is read.
 */
export class AmbiguousColumn extends Refusal {
  override readonly name = 'AmbiguousColumn';
  readonly remedy: Words;
  /** As the file calls it. */
  readonly column: string;
  readonly choices: readonly string[];
  /** Cells that can be read each way. */
  readonly samples: readonly string[];

  constructor(of: {
    readonly column: string;
    readonly choices: readonly string[];
    readonly samples: readonly string[];
  }) {
    super(
      say`"${of.column}" can be read as ${listed(
        of.choices.map((choice) => choiceWords[choice] ?? choice),
        'or',
      )}: ${of.samples.join('; ')}.`,
    );
    this.column = of.column;
    this.choices = of.choices;
    this.samples = of.samples;
    this.remedy = say`Say which, for example ${of.column}=${of.choices[0]!}, and send the file again.`;
  }
}

/** One column is written in two ways that contradict each other. */
export class ConflictingColumn extends Refusal {
  override readonly name = 'ConflictingColumn';
  readonly remedy: Words =
    say`Export the file again in one go, or mend that column: files were put together, or edited by hand.`;
  readonly column: string;

  constructor(column: string, ways: readonly [string, string]) {
    super(say`"${column}" is written in two ways that contradict each other: ${ways[0]} and ${ways[1]}.`);
    this.column = column;
  }
}

/** Whole numbers that have become fractions: some program took the point of 1.627 for a decimal point. */
export class DamagedColumn extends Refusal {
  override readonly name = 'DamagedColumn';
  readonly remedy: Words;
  readonly column: string;

  constructor({ column, sample }: { readonly column: string; readonly sample: string }) {
    super(
      say`"${column}" should hold whole numbers and has ${sample}: the thousands were lost before the file came here.`,
    );
    this.column = column;
    this.remedy = say`Export the file again and send it as it comes. If these are fractions indeed, say ${column}=decimal.`;
  }
}

/**
 * A report contradicts itself, and no longer does once the thousands that some program took for decimals are put back.
 * The same file with `ImportRequest.decisions` of `{ repair: 'x1000' }` is stored so.
 */
export class NeedsRepair extends Refusal {
  override readonly name = 'NeedsRepair';
  readonly remedy: Words =
    say`Export the file again and send it as it comes; or say repair=x1000, and the thousands are put back. Nothing was stored.`;
  /** Which checks fail and hold again, and some cells before and after. */
  override readonly evidence: readonly Words[];

  /** `read` and `meant`: one of the cells, as it stands and as it must have been. */
  constructor(
    { cells, read, meant }: { readonly cells: number; readonly read: string; readonly meant: string },
    evidence: readonly Words[],
  ) {
    super(
      plural(
        cells,
        say`One number has lost the thousands: ${read} where ${meant} must be meant.`,
        say`${count(cells)} numbers have lost the thousands: ${read} where ${meant} must be meant.`,
      ),
    );
    this.evidence = evidence;
  }
}

/** A report contradicts itself, and nothing that is known to happen to files explains it. */
export class Quarantined extends Refusal {
  override readonly name = 'Quarantined';
  readonly remedy: Words =
    say`Export the file again and send it as it comes, without opening it in a spreadsheet. Nothing was stored.`;
  override readonly evidence: readonly Words[];

  constructor(evidence: readonly Words[]) {
    super(say`The numbers in this file contradict each other, and putting lost thousands back does not mend them.`);
    this.evidence = evidence;
  }
}

/**
 * Most rows of a file are not what such rows must be: a column is not what it was taken for. The same file with
 * `ImportRequest.decisions` of `{ checks: 'ignore' }` is read all the same.
 */
export class Contradicts extends Refusal {
  override readonly name = 'Contradicts';
  readonly remedy: Words =
    say`Say which column is which, export the file again, or say checks=ignore if it is right as it stands. Nothing was stored.`;
  /** Which checks fail, how often, and where first. */
  override readonly evidence: readonly Words[];

  constructor(evidence: readonly Words[]) {
    super(say`Most rows of this file contradict themselves.`);
    this.evidence = evidence;
  }
}

/** A spreadsheet has turned long numbers into rounded ones: 1.05E+18. Which order is which cannot be known any more. */
export class LostDigits extends Refusal {
  override readonly name = 'LostDigits';
  readonly remedy: Words =
    say`Export the file again from the shop and send it as it comes, without opening it in Excel. If Excel must be used, import that column as text.`;
  readonly column: string;

  constructor({ column, value, line }: { readonly column: string; readonly value: string; readonly line: number }) {
    super(say`"${column}" has lost digits on line ${String(line)}: ${value}.`);
    this.column = column;
  }
}

/** The import cannot be taken back. */
export class NotUndoable extends Refusal {
  override readonly name = 'NotUndoable';
  readonly remedy: Words = say`The imports that can be undone are the stored ones of the last 30 days.`;

  constructor(why: Words) {
    super(why);
  }
}

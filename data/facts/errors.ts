/** A wish that the data room refuses for a reason a person can act on: `message` is the fact, `remedy` what to do. */
export abstract class Refusal extends Error {
  abstract readonly remedy: string;
}

/** The file cannot be read as orders, and nothing of it was stored. */
export class UnreadableFile extends Refusal {
  override readonly name = 'UnreadableFile';
  readonly remedy: string;

  constructor(reason: string, remedy: string) {
    super(reason);
    this.remedy = remedy;
  }
}

/** The same bytes were stored before. */
export class SameFile extends Refusal {
  override readonly name = 'SameFile';
  readonly remedy = 'Nothing to do. For newer orders, export the file again.';
  readonly earlierId: string;

  constructor(earlierId: string) {
    super(`Same file as ${earlierId}, by content.`);
    this.earlierId = earlierId;
  }
}

/** The layout is known, but not one row of the file could be stored. */
export class NothingFits extends Refusal {
  override readonly name = 'NothingFits';
  readonly remedy = 'Mend that column in the file, or export it again, and send it once more.';
  /** The failed import: its rejects say what was wrong with each row. */
  readonly importId: string;

  constructor(importId: string, message: string) {
    super(message);
    this.importId = importId;
  }
}

/** The file counts in another money than the shop: totals never mix currencies. */
export class OtherCurrency extends Refusal {
  override readonly name = 'OtherCurrency';
  readonly remedy = 'Import it into a database of its own, or export it in the currency of the shop.';

  constructor({ file, shop }: { readonly file: string; readonly shop: string }) {
    super(`The file is in ${file}, the shop counts in ${shop}.`);
  }
}

/** Another file is being read at this moment. */
export class ImportBusy extends Refusal {
  override readonly name = 'ImportBusy';
  readonly remedy = 'Send this one again when that one is done.';

  constructor(runningId: string, name: string) {
    super(`Another file is being read: ${runningId} ${name}.`);
  }
}

/** The first file names neither its money nor its shop, and a guess would stick to every later figure. */
export class ShopUnknown extends Refusal {
  override readonly name = 'ShopUnknown';
  readonly remedy =
    'Set SHOP_NAME, SHOP_CURRENCY (such as IDR) and SHOP_ZONE (such as Asia/Jakarta), start again and send the file once more. A file with a currency column says it by itself.';

  constructor(layout: string) {
    super(`I do not know in what money and what time zone the shop counts, and a file of ${layout} does not say.`);
  }
}

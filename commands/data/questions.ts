import type {
  AmbiguousColumn,
  Contradicts,
  DamagedColumn,
  NeedsRepair,
  UnknownColumns,
} from '../../data/facts/errors.ts';
import { entryOf } from '../../words/entry.ts';
import { lines, listed, named, say, type Words } from '../../words/say.ts';
import type { Ask } from '../call.ts';
import { Refusal } from '../refusal.ts';
import type { Action, Field } from '../reply.ts';
import { nameOf } from './field-names.ts';
import { usualShops } from './first-shop.ts';
import { kindName } from './kind-names.ts';
import { askAbout, fieldOf, type Mappable, mappable, type Reading } from './reading.ts';

const REPAIR = 'x1000';
const SHOWN_COLUMNS = 12;

/** What a choice of the data room is called on a button. */
const choiceWords: Readonly<Record<string, Words>> = {
  'day/month': say`Day/month`,
  'month/day': say`Month/day`,
  'year/month/day': say`Year/month/day`,
  decimal: say`They are decimals`,
  thousands: say`They are thousands`,
  [REPAIR]: say`Repair ×1000`,
};

/** What a file that is asked for by a shorter name is called. */
const fileKinds: Readonly<Record<string, string>> = { orders: 'generic orders', spend: 'daily spend' };

export const wordsFor = (choice: string): Words => entryOf(choiceWords, choice) ?? named(choice);

/**
 * A refusal that a click can answer, as a question with its answers as buttons; any other error as it was. `from` is
 * the held file that the buttons are about.
 */
export function asQuestion(error: unknown, name: string, from: string, reading: Reading): unknown {
  if (!(error instanceof Error)) return error;
  const { says = named(error.message), remedy = '' } = error as Error & {
    readonly says?: Words;
    readonly remedy?: Words;
  };
  const again = (more: Partial<Reading>): Ask => askAbout('data add', from, { ...reading, ...more });
  const answer = (label: Words, question: string, said: string): Action => ({
    label,
    style: 'plain',
    ask: again({ answers: { ...reading.answers, [question]: said } }),
  });
  switch (error.name) {
    case 'AmbiguousColumn': {
      const { column, choices } = error as AmbiguousColumn;
      const buttons = choices.map((choice) => answer(wordsFor(choice), column, choice));
      return new Refusal(say`${name}: ${says}`, say`Which is it? Nothing is stored before you say.`, [
        ...buttons,
        cancel(from),
      ]);
    }
    case 'DamagedColumn': {
      const { column } = error as DamagedColumn;
      return new Refusal(say`${name}: ${says}`, remedy, [
        answer(say`They are fractions`, column, 'decimal'),
        cancel(from),
      ]);
    }
    case 'NeedsRepair': {
      const { evidence } = error as NeedsRepair;
      const told = [...evidence.map((each) => say`• ${each}`), say`Nothing is repaired before you say so.`];
      return new Refusal(say`${name}: ${says}`, lines(told), [
        { ...answer(say`Repair ×1000`, 'repair', REPAIR), style: 'primary' },
        cancel(from),
      ]);
    }
    case 'Contradicts': {
      const { evidence } = error as Contradicts;
      return new Refusal(say`${name}: ${says}`, lines([...evidence, remedy]), [
        answer(say`It is right as it stands`, 'checks', 'ignore'),
        cancel(from),
      ]);
    }
    case 'ShopUnknown':
      return new Refusal(say`${name}: ${says}`, say`Say it once, with this first file; it holds for all that follow.`, [
        {
          label: say`Money and time zone`,
          style: 'primary',
          ask: again({}),
          form: {
            title: say`Money and time zone of the shop`,
            submit: say`Look again`,
            fields: [
              {
                name: 'shop',
                label: say`The shop counts in`,
                kind: 'choice',
                required: true,
                choices: usualShops.map((each) => ({ value: each, label: shopLabel(each) })),
              },
            ],
          },
        },
        cancel(from),
      ]);
    case 'UnknownColumns': {
      const { header, missing } = error as UnknownColumns;
      const isAlone = (name: Mappable) => missing.includes(fieldOf(name));
      const fields = names.filter((name) => missing.some((each) => each.split(' or ').includes(fieldOf(name))));
      const wanted = [...new Set<Mappable>([...fields, 'customer', 'product', 'quantity'])];
      const form = {
        title: say`Which column is what?`,
        submit: say`Look again`,
        fields: wanted.map((field) => columnField(field, header, isAlone(field))),
      };
      return new Refusal(say`${name}: ${lackWords(error as UnknownColumns, reading)}`, remedy, [
        {
          label: say`Say which column is what`,
          style: 'primary',
          ask: again({ kind: reading.kind ?? 'orders' }),
          form,
        },
        cancel(from),
      ]);
    }
    default:
      return error;
  }
}

const names = Object.keys(mappable) as Mappable[];

/** What became of a file that cannot be read. */
export function problemOf(error: Error & { readonly says: Words }, reading: Reading): Words {
  return error.name === 'UnknownColumns' ? lackWords(error as unknown as UnknownColumns, reading) : error.says;
}

function lackWords({ header, missing }: UnknownColumns, reading: Reading): Words {
  const kind = kindName(entryOf(fileKinds, reading.kind ?? 'orders') ?? reading.kind!);
  const lacks = missing.map((each) => say`${listed(each.split(' or ').map(nameOf), 'or')}`);
  return say`No kind of file fits these columns: ${header.slice(0, SHOWN_COLUMNS).join(', ')}. As ${kind} it lacks: ${listed(lacks)}.`;
}

/** "IDR Asia/Jakarta" on a form. */
function shopLabel(usual: string): Words {
  const [currency = '', zone = ''] = usual.split(' ');
  return say`${currency}, days of ${zone}`;
}

/** Asks which column of a file holds a field. */
export function columnField(field: Mappable, header: readonly string[], required: boolean): Field {
  const columns = [...new Set(header)].filter((each) => each !== '');
  return {
    name: field,
    label: say`Column with the ${mappable[field]}`,
    kind: 'choice',
    required,
    choices: columns.map((column) => ({ value: column, label: named(column) })),
  };
}

export function cancel(from: string): Action {
  return { label: say`Cancel`, style: 'plain', ask: { name: 'data cancel', input: { from } } };
}

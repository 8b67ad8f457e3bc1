import { say } from '../../../words/say.ts';
import { type ContactRow, contacts as contactGrain } from '../grains/contacts.ts';
import type { Trait } from '../grains/traits.ts';
import { empty } from '../import/cells.ts';
import { PARTS_PER_MINOR } from '../money.ts';
import { campaignNames } from './campaigns.ts';
import { customerNames } from './customers.ts';
import { cellOf, defineLayout, type Field, misfit, optionalCell, requiredColumn, withoutDecimal } from './layout.ts';

const DAY_MS = 86_400_000;

/** What is written where somebody was left out on purpose; whatever else is written is a treatment. */
const heldOut =
  /^(0|no\b(?!-?reply).*|n|none|false|control.*|hold[ -]?out|held[ -]?out|untreated|not (sent|treated|contacted)|tidak.*|kontrol|belum)$/i;

/** A list of whom a campaign was sent to, and of whom it was kept from to compare with. */
export const contacts = defineLayout<ContactRow>({
  name: 'contacts',
  kind: 'contacts',
  grain: contactGrain,
  shop: null,
  fixed: {},
  fields: [
    { name: 'customer', aliases: customerNames, required: false, reads: 'id' },
    {
      name: 'campaign',
      aliases: [...campaignNames, 'list', 'list name', 'broadcast', 'broadcast name', 'daftar'],
      required: false,
      reads: 'text',
    },
    {
      name: 'treated',
      aliases: [
        'treated',
        'is treated',
        'sent',
        'contacted',
        'treatment',
        'group',
        'test group',
        'dikirim',
        'kelompok',
        'grup',
      ],
      required: true,
      reads: 'text',
    },
    { name: 'arm', aliases: ['arm', 'variant', 'version', 'treatment arm', 'varian'], required: false, reads: 'text' },
    {
      name: 'time',
      aliases: ['contact date', 'sent at', 'sent date', 'date', 'day', 'tanggal kirim', 'tanggal'],
      required: false,
      reads: 'time',
    },
    { name: 'channel', aliases: ['channel', 'medium', 'saluran', 'kanal'], required: false, reads: 'text' },
  ],
  oneOf: [['customer', 'campaign']],
  foreign: ['order id', 'order no', 'order', 'invoice', 'no pesanan', 'quantity', 'qty', 'price', 'unit price', 'sku'],

  reader(columns, context) {
    const treated = requiredColumn(columns, 'treated');
    const timeOf = columns.time ? context.timeIn(columns.time) : null;
    return (cells) => {
      const group = cellOf(cells, treated);
      if (group === '') return misfit(cells, treated, say`is empty: was this one contacted or left out?`);
      const customer = withoutDecimal(optionalCell(cells, columns.customer));
      if (columns.customer && customer === null) return misfit(cells, columns.customer, empty.reason);
      const campaign = optionalCell(cells, columns.campaign);
      if (columns.campaign && campaign === null) return misfit(cells, columns.campaign, empty.reason);
      const moment = timeOf && cellOf(cells, columns.time) !== '' ? timeOf(cellOf(cells, columns.time)) : null;
      if (moment && 'reason' in moment) return misfit(cells, columns.time, moment.reason);
      return {
        campaign,
        customer,
        day: moment && Math.floor(moment.local / DAY_MS),
        at: moment?.instant ?? 0,
        isTreated: !heldOut.test(group),
        group,
        channel: optionalCell(cells, columns.channel),
        arm: optionalCell(cells, columns.arm),
        traits: [],
      };
    };
  },
});

const before: readonly (readonly [name: string, reads: 'count' | 'money' | 'text'])[] = [
  ['recency', 'count'],
  ['history segment', 'text'],
  ['history', 'money'],
  ['mens', 'count'],
  ['womens', 'count'],
  ['zip code', 'text'],
  ['newbie', 'count'],
  ['bought by', 'text'],
  ['visit', 'count'],
  ['conversion', 'count'],
  ['spend', 'money'],
];

/**
 * Kevin Hillstrom's e-mail test (MineThatData, 2008): who got which e-mail, what they had bought before, and whether
 * they came and bought after. Nobody has a number: each row is a person of its own.
 */
export const hillstrom = defineLayout<ContactRow>({
  name: 'e-mail test',
  grain: contactGrain,
  shop: { name: 'MineThatData', currency: 'USD', zone: 'America/New_York', locale: 'en-US', demo: false },
  fixed: {},
  writes: { numbers: 'point' },
  fields: [
    { name: 'segment', aliases: ['segment'], required: true, reads: 'text' },
    ...before.map(
      ([name, reads]): Field => ({
        name,
        aliases: [name === 'bought by' ? 'channel' : name],
        required: ['visit', 'conversion', 'spend'].includes(name),
        reads,
      }),
    ),
  ],
  oneOf: [],

  reader(columns, context) {
    const segment = requiredColumn(columns, 'segment');
    const readers = before.flatMap(([name, reads]) => {
      const column = columns[name];
      if (!column) return [];
      const numberOf = reads === 'text' ? null : reads === 'money' ? context.partsIn(column) : context.numberIn(column);
      return [
        {
          name,
          unit: reads === 'text' ? 'word' : reads,
          column,
          numberOf,
          scale: reads === 'money' ? PARTS_PER_MINOR : 1,
        } as const,
      ];
    });
    return (cells) => {
      const arm = cellOf(cells, segment);
      if (arm === '') return misfit(cells, segment, say`is empty: was this one contacted or left out?`);
      const traits: Trait[] = [];
      for (const { name, unit, column, numberOf, scale } of readers) {
        const text = cellOf(cells, column);
        if (text === '') continue;
        const number = numberOf?.(text) ?? null;
        if (number !== null && typeof number !== 'number') return misfit(cells, column, number.reason);
        traits.push(
          number === null
            ? { name, unit: 'word', number: null, text }
            : { name, unit, number: number / scale, text: null },
        );
      }
      return {
        campaign: null,
        customer: null,
        day: null,
        at: 0,
        isTreated: !heldOut.test(arm),
        channel: 'email',
        arm,
        traits,
      };
    };
  },
});

import { say } from '../../../words/say.ts';
import { dailySpend, type SpendRow } from '../grains/spend.ts';
import { empty } from '../import/cells.ts';
import { PARTS_PER_MINOR, roundMinor } from '../money.ts';
import { cellOf, defineLayout, type Field, misfit, plainName, requiredColumn } from './layout.ts';

const DAY_MS = 86_400_000;

/** Headers over the first day of something longer than a day. */
const periods = ['minggu', 'week', 'awal pelaporan', 'reporting starts'].map(plainName);

const fields: readonly Field[] = [
  {
    name: 'time',
    aliases: ['date', 'day', 'report date', 'tanggal', 'hari', 'minggu', 'week', 'awal pelaporan', 'reporting starts'],
    required: true,
    reads: 'time',
  },
  {
    name: 'campaign',
    aliases: [
      'campaign',
      'campaign name',
      'campaign id',
      'nama kampanye',
      'kampanye',
      'nama iklan',
      'ad name',
      'voucher',
    ],
    required: true,
    reads: 'text',
  },
  {
    name: 'spend',
    aliases: [
      'spend',
      'cost',
      'amount spent',
      'ad spend',
      'expense',
      'total cost',
      'biaya',
      'jumlah yang dibelanjakan',
      'pengeluaran',
    ],
    required: true,
    reads: 'money',
  },
  { name: 'currency', aliases: ['currency', 'mata uang'], required: false, reads: 'text' },
];

/** Costs of campaigns by day, from any ad platform or by hand. An empty cost is not known, and not zero. */
export const genericSpend = defineLayout<SpendRow>({
  name: 'daily spend',
  kind: 'spend',
  grain: dailySpend,
  shop: null,
  fixed: {},
  fields,
  oneOf: [],
  notesOn({ time }) {
    const isLong = time !== undefined && periods.includes(plainName(time.header));
    return isLong ? [say`${time.header} names the first day of a period: its cost stands on that day.`] : [];
  },

  reader(columns, context) {
    const time = requiredColumn(columns, 'time');
    const campaign = requiredColumn(columns, 'campaign');
    const spend = requiredColumn(columns, 'spend');
    const timeOf = context.timeIn(time);
    const partsOf = context.partsIn(spend);
    return (cells) => {
      const name = cellOf(cells, campaign);
      if (name === '') return misfit(cells, campaign, empty.reason);
      const moment = timeOf(cellOf(cells, time));
      if ('reason' in moment) return misfit(cells, time, moment.reason);
      const currency = cellOf(cells, columns.currency).toUpperCase();
      if (currency !== '' && currency !== context.currency) {
        return misfit(cells, columns.currency, say`is not ${context.currency}, the currency of the shop`);
      }
      const parts = partsOf(cellOf(cells, spend));
      if (typeof parts !== 'number' && parts.reason !== empty.reason) return misfit(cells, spend, parts.reason);
      const spendMinor = typeof parts === 'number' ? roundMinor(parts / PARTS_PER_MINOR) : null;
      if (spendMinor !== null && spendMinor < 0) return misfit(cells, spend, say`is below zero`);
      return { campaign: name, day: Math.floor(moment.local / DAY_MS), at: moment.instant, spendMinor };
    };
  },
});

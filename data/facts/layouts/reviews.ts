import { say } from '../../../words/say.ts';
import { type ReviewRow, reviews as reviewGrain } from '../grains/reviews.ts';
import { customerNames } from './customers.ts';
import { cellOf, defineLayout, misfit, optionalCell, requiredColumn, withoutDecimal } from './layout.ts';

const DAY_MS = 86_400_000;

/** Scores of 1 to 5 that buyers gave. What they wrote is not read. */
export const reviews = defineLayout<ReviewRow>({
  name: 'reviews',
  kind: 'reviews',
  grain: reviewGrain,
  shop: null,
  fixed: {},
  fields: [
    {
      name: 'review',
      aliases: ['review id', 'review no', 'rating id', 'id ulasan', 'id penilaian'],
      required: false,
      reads: 'id',
    },
    {
      name: 'order',
      aliases: ['order id', 'order no', 'order number', 'order sn', 'no pesanan', 'nomor pesanan', 'id pesanan'],
      required: false,
      reads: 'id',
    },
    {
      name: 'product',
      aliases: [
        'sku',
        'product id',
        'product code',
        'item id',
        'kode produk',
        'product',
        'produk',
        'product name',
        'nama produk',
      ],
      required: false,
      reads: 'id',
    },
    { name: 'customer', aliases: customerNames, required: false, reads: 'id' },
    {
      name: 'score',
      aliases: ['review score', 'score', 'rating', 'stars', 'rating star', 'skor', 'nilai', 'bintang', 'penilaian'],
      required: true,
      reads: 'count',
    },
    {
      name: 'time',
      aliases: [
        'review date',
        'review creation date',
        'created at',
        'date',
        'rating date',
        'tanggal ulasan',
        'tanggal penilaian',
        'waktu penilaian',
        'tanggal',
      ],
      required: false,
      reads: 'time',
    },
  ],
  oneOf: [['review', 'order', 'product']],
  foreign: ['quantity', 'qty', 'jumlah', 'price', 'unit price', 'campaign'],

  reader(columns, context) {
    const score = requiredColumn(columns, 'score');
    const scoreOf = context.numberIn(score);
    const timeOf = columns.time ? context.timeIn(columns.time) : null;
    return (cells) => {
      const value = scoreOf(cellOf(cells, score));
      if (typeof value !== 'number') return misfit(cells, score, value.reason);
      if (value < 1 || value > 5) return misfit(cells, score, say`is not from 1 to 5`);
      const moment = timeOf && cellOf(cells, columns.time) !== '' ? timeOf(cellOf(cells, columns.time)) : null;
      if (moment && 'reason' in moment) return misfit(cells, columns.time, moment.reason);
      const [review, order, product, customer] = (['review', 'order', 'product', 'customer'] as const).map((name) =>
        withoutDecimal(optionalCell(cells, columns[name])),
      ) as [string | null, string | null, string | null, string | null];
      const ref =
        review ?? [order, product, order === null ? customer : null].filter((part) => part !== null).join(' · ');
      if (ref === '')
        return misfit(cells, columns.order ?? columns.product, say`is empty, and so the review has no name`);
      return {
        ref,
        order,
        product,
        customer,
        day: moment && Math.floor(moment.local / DAY_MS),
        at: moment?.instant ?? 0,
        score: value,
      };
    };
  },
});

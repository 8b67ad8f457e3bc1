import { type ReferralRow, referrals as referralGrain } from '../grains/referrals.ts';
import { empty } from '../import/cells.ts';
import { customerNames } from './customers.ts';
import { cellOf, defineLayout, misfit, requiredColumn, withoutDecimal } from './layout.ts';

/** Who came through whom: one row a customer. */
export const referrals = defineLayout<ReferralRow>({
  name: 'referrals',
  kind: 'referrals',
  grain: referralGrain,
  shop: null,
  fixed: {},
  fields: [
    {
      name: 'customer',
      aliases: [...customerNames, 'referred customer', 'referee', 'downline', 'member', 'id'],
      required: true,
      reads: 'id',
    },
    {
      name: 'sponsor',
      aliases: [
        'sponsor',
        'sponsor id',
        'sponsor no',
        'referrer',
        'referrer id',
        'referred by',
        'referral',
        'upline',
        'upline id',
        'id sponsor',
        'perujuk',
        'direferensikan oleh',
      ],
      required: true,
      reads: 'id',
    },
  ],
  oneOf: [],
  foreign: [
    'order id',
    'order no',
    'order',
    'order date',
    'invoice',
    'no pesanan',
    'transaction id',
    'quantity',
    'qty',
  ],

  reader(columns) {
    const customer = requiredColumn(columns, 'customer');
    const sponsor = requiredColumn(columns, 'sponsor');
    return (cells) => {
      const [who, by] = [customer, sponsor].map((column) => withoutDecimal(cellOf(cells, column))!);
      if (!who) return misfit(cells, customer, empty.reason);
      if (!by) return misfit(cells, sponsor, empty.reason);
      return { customer: who, sponsor: by };
    };
  },
});

import { say } from '../../../words/say.ts';
import type { Trait } from '../grains/traits.ts';
import type { Unreadable } from '../import/cells.ts';
import { type Reading, traitTable } from './trait-table.ts';

/** How files in English and Indonesian call the one who buys. */
export const customerNames: readonly string[] = [
  'customer id',
  'customer no',
  'customer number',
  'customer unique id',
  'member id',
  'member no',
  'user id',
  'buyer id',
  'client id',
  'customer',
  'id pelanggan',
  'kode pelanggan',
  'no pelanggan',
  'id member',
  'pelanggan',
  'username (pembeli)',
  'customer email',
  'email',
];

/** Of a date of birth the year is kept, and nothing else. */
const birthYear: Reading = (text): Pick<Trait, 'number' | 'text'> | Unreadable => {
  const year = /(?<!\d)(1[89]\d\d|20\d\d)(?!\d)/.exec(text)?.[1];
  return year === undefined ? { reason: say`has no year of four digits` } : { number: Number(year), text: null };
};

/** Who somebody is and how to reach them is nobody's business here. */
export const personalColumns =
  /name|nama|phone|telp|telepon|handphone|nohp|mobile|whatsapp|e?mail|address|alamat|street|jalan|ktp|^nik$|npwp|passport|password|birthplace|tempatlahir|^(index|number|no|unnamed\d*|row)$/;

/** A list of customers: what is known of each, not who they are. */
export const customers = traitTable({
  name: 'customers',
  kind: 'customers',
  subject: 'customer',
  ref: { name: 'customer', aliases: [...customerNames, 'id'] },
  traits: [
    { trait: 'city', aliases: ['city', 'kota', 'kota/kabupaten', 'kabupaten', 'customer city'], reads: 'word' },
    {
      trait: 'province',
      aliases: ['province', 'state', 'region', 'provinsi', 'customer state', 'province code'],
      reads: 'word',
    },
    { trait: 'country', aliases: ['country', 'negara'], reads: 'word' },
    {
      trait: 'birth year',
      aliases: [
        'birth year',
        'year of birth',
        'year birth',
        'birth date',
        'date of birth',
        'birthday',
        'dob',
        'tahun lahir',
        'tanggal lahir',
        'tgl lahir',
      ],
      reads: birthYear,
    },
    { trait: 'gender', aliases: ['gender', 'sex', 'jenis kelamin', 'kelamin'], reads: 'word' },
    {
      trait: 'income',
      aliases: ['income', 'annual income', 'monthly income', 'pendapatan', 'penghasilan'],
      reads: 'money',
    },
    {
      trait: 'joined',
      aliases: [
        'joined',
        'joined at',
        'join date',
        'member since',
        'registered at',
        'registration date',
        'signup date',
        'customer since',
        'tanggal gabung',
        'tanggal bergabung',
        'tanggal daftar',
        'terdaftar sejak',
      ],
      reads: 'day',
    },
    {
      trait: 'consent',
      aliases: [
        'consent',
        'marketing consent',
        'opt in',
        'accepts marketing',
        'accepts email marketing',
        'newsletter',
        'persetujuan',
        'setuju promosi',
        'izin promosi',
      ],
      reads: 'yes',
    },
    { trait: 'visits', aliases: ['visits', 'visits a month', 'visits per month', 'kunjungan'], reads: 'count' },
  ],
  oneOf: [['city', 'province', 'birth year', 'gender', 'income', 'joined', 'consent', 'visits']],
  foreign: [
    'order id',
    'order no',
    'order number',
    'order date',
    'order',
    'invoice',
    'invoice no',
    'transaction id',
    'no pesanan',
    'nomor pesanan',
    'sku',
    'product',
    'product id',
    'quantity',
    'qty',
    'jumlah',
    'price',
    'unit price',
    'amount',
    'lineitem name',
    'lineitem quantity',
    'lineitem price',
    'campaign',
    'campaign name',
    'sponsor',
    'referrer',
    'referred by',
    'score',
    'rating',
    'date',
    'tanggal',
  ],
  unread: personalColumns,
  loose: 30,
  review: {
    counted: ['consent'],
    missed: ['income', 'birth year'],
    implausible: [
      { name: 'birth year', isOff: 'number < 1900', says: say`before 1900` },
      { name: 'income', isOff: 'number > 10 * middle', says: say`above ten times the median` },
    ],
  },
});

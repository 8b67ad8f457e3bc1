import type { Chance } from './random.ts';

/** Prices and costs are whole rupiah, the shop's minor unit. */
export type SampleProduct = {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly price: number;
  readonly cost: number;
  /** How often it is bought, against the others. */
  readonly popularity: number;
};

type Family = {
  readonly category: string;
  readonly code: string;
  readonly prices: readonly [number, number];
  readonly names: readonly string[];
};

/** Ten products in each of six families. */
const families: readonly Family[] = [
  {
    category: 'Vitamins',
    code: 'VIT',
    prices: [55_000, 240_000],
    names: [
      'Vitamin C 500',
      'Vitamin C 1000',
      'Vitamin D3',
      'Vitamin E',
      'B Complex',
      'Multivitamin Dewasa',
      'Multivitamin Anak',
      'Zinc',
      'Kalsium + D3',
      'Minyak Ikan Omega 3',
    ],
  },
  {
    category: 'Herbal',
    code: 'HRB',
    prices: [28_000, 145_000],
    names: [
      'Madu Hutan 250 ml',
      'Madu Hutan 500 ml',
      'Temulawak',
      'Kunyit Asam',
      'Habbatussauda',
      'Jahe Merah',
      'Propolis',
      'Sari Kurma',
      'Minyak Kayu Putih',
      'Teh Daun Kelor',
    ],
  },
  {
    category: 'Skin care',
    code: 'SKN',
    prices: [45_000, 265_000],
    names: [
      'Sunscreen SPF 50',
      'Serum Vitamin C',
      'Pelembap Aloe Vera',
      'Sabun Wajah',
      'Toner Mawar',
      'Krim Malam',
      'Masker Wajah, isi 5',
      'Lip Balm',
      'Minyak Zaitun',
      'Body Lotion',
    ],
  },
  {
    category: 'Water filters',
    code: 'WTR',
    prices: [75_000, 385_000],
    names: [
      'Filter Keramik',
      'Kartrid Karbon',
      'Botol Filter 600 ml',
      'Filter Keran',
      'Filter Keran Isi Ulang',
      'Dispenser Filter',
      'Kendi Filter 2 l',
      'Tas Air Filter',
      'Sikat Filter',
      'Paket Kartrid 3',
    ],
  },
  {
    category: 'Fitness',
    code: 'FIT',
    prices: [35_000, 295_000],
    names: [
      'Matras Yoga',
      'Resistance Band',
      'Tali Lompat',
      'Botol Minum 1 l',
      'Protein Whey 500 g',
      'Protein Bar',
      'Dumbel 2 kg',
      'Sarung Tangan Gym',
      'Handuk Olahraga',
      'Foam Roller',
    ],
  },
  {
    category: 'Home care',
    code: 'HOM',
    prices: [22_000, 195_000],
    names: [
      'Masker Medis, isi 50',
      'Hand Sanitizer',
      'Termometer Digital',
      'Tensimeter',
      'Kotak P3K',
      'Plester, isi 100',
      'Alkohol Swab',
      'Oksimeter',
      'Aroma "Lavender"',
      'Diffuser',
    ],
  },
];

/** The sixty products of the demo shop. */
export function sampleCatalogue(chance: Chance): readonly SampleProduct[] {
  return families.flatMap(({ category, code, prices: [low, high], names }) =>
    names.map((name, at): SampleProduct => {
      const price = Math.round((low + (high - low) * chance.next() ** 1.6) / 1000) * 1000;
      return {
        sku: `${code}-${String(at + 1).padStart(3, '0')}`,
        name,
        category,
        price,
        cost: Math.round((price * chance.between(0.5, 0.64)) / 100) * 100,
        popularity: 0.3 + chance.next() ** 2 * 3,
      };
    }),
  );
}

import type { Catalogue } from './catalogue.ts';

export const terminal: Catalogue = {
  "There is no database at {0}. An import makes it: '/import file:orders.csv'":
    "Tidak ada basis data di {0}. Impor akan membuatnya: '/import file:orders.csv'",
  'this one': 'yang ini',
  chart: 'grafik',
  'Next:': 'Selanjutnya:',
};

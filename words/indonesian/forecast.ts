import type { Catalogue } from './catalogue.ts';

export const forecast: Catalogue = {
  'By the week I cannot tell yet': 'Per minggu belum bisa saya katakan',
  'Ask for fewer weeks, import older orders, or ask by the day: /forecast metric:{0} days:14':
    'Minta minggu yang lebih sedikit, impor pesanan yang lebih lama, atau minta per hari: /forecast metric:{0} days:14',
  'By the day': 'Per hari',
};

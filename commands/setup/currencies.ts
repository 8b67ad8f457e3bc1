import { entryOf } from '../../words/entry.ts';
/**
 * The currencies that somebody may mean: by three letters (idr), a sign (Rp, £) or a name (rupiah). One where there is no
 * doubt, several to choose from, none where nothing is like it.
 */
export function currenciesFor(typed: string): readonly string[] {
  const wanted = typed.trim().toLowerCase().replace(/\.$/, '');
  const code = wanted.toUpperCase();
  if (Intl.supportedValuesOf('currency').includes(code)) return [code];
  return entryOf(alsoCalled, wanted) ?? [];
}

const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  rp: ['IDR'],
  rupiah: ['IDR'],
  rm: ['MYR'],
  ringgit: ['MYR'],
  s$: ['SGD'],
  us$: ['USD'],
  a$: ['AUD'],
  dollar: ['USD', 'SGD', 'AUD'],
  dolar: ['USD', 'SGD', 'AUD'],
  $: ['USD', 'SGD', 'AUD'],
  '£': ['GBP'],
  pound: ['GBP'],
  '€': ['EUR'],
  euro: ['EUR'],
  '¥': ['JPY', 'CNY'],
  '฿': ['THB'],
  baht: ['THB'],
  '₱': ['PHP'],
  peso: ['PHP', 'MXN'],
  '₫': ['VND'],
  '₹': ['INR'],
};

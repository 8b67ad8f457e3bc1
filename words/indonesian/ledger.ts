import type { Catalogue } from './catalogue.ts';

export const ledger: Catalogue = {
  '{0} of {1} ({2}, {3})': '{0} dari {1} ({2}, {3})',
  '{0} of {1} ({2})': '{0} dari {1} ({2})',
};

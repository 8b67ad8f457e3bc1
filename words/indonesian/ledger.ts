import type { Catalogue } from './catalogue.ts';

export const ledger: Catalogue = {};

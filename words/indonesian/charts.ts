import type { Catalogue } from './catalogue.ts';

export const charts: Catalogue = {};

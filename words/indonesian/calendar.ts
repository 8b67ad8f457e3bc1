import type { Catalogue } from './catalogue.ts';

export const calendar: Catalogue = {};

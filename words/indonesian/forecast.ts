import type { Catalogue } from './catalogue.ts';

export const forecast: Catalogue = {};

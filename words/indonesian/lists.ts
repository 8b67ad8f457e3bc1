import type { Catalogue } from './catalogue.ts';

export const lists: Catalogue = {};

import type { Catalogue } from './catalogue.ts';

export const terminal: Catalogue = {};

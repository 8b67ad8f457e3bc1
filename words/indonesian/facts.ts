import type { Catalogue } from './catalogue.ts';

export const facts: Catalogue = {};

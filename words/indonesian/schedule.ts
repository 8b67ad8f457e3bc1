import type { Catalogue } from './catalogue.ts';

export const schedule: Catalogue = {};

import type { Catalogue } from './catalogue.ts';

export const web: Catalogue = {};

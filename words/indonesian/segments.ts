import type { Catalogue } from './catalogue.ts';

export const segments: Catalogue = {};

import type { Catalogue } from './catalogue.ts';

export const imports: Catalogue = {};

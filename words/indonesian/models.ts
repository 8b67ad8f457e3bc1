import type { Catalogue } from './catalogue.ts';

export const models: Catalogue = {};

import type { Catalogue } from './catalogue.ts';

export const mathematics: Catalogue = {};

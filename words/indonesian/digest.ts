import type { Catalogue } from './catalogue.ts';

export const digest: Catalogue = {};

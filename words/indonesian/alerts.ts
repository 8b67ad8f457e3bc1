import type { Catalogue } from './catalogue.ts';

export const alerts: Catalogue = {};

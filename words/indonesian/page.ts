import { basics } from './basics.ts';
import type { Catalogue } from './catalogue.ts';
import { charts } from './charts.ts';
import { web } from './web.ts';

/** What the page of the workspace says by itself, in place of all that there is: answers come to it told. */
export const indonesian: Catalogue = { ...basics, ...charts, ...web };

import { toldIn } from '../../words/tell.ts';

const shop = { currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-SG' };

/** What a model says, as an English reader is told it. Columns of numbers stay as they are. */
export function told<Thing>(thing: Thing): Thing {
  if (thing instanceof Promise) return thing.then(told) as Thing;
  if (typeof thing !== 'object' || thing === null || ArrayBuffer.isView(thing) || thing instanceof Map) return thing;
  if ('said' in thing) return toldIn(thing, { language: 'en', shop }) as Thing;
  if (Array.isArray(thing)) return thing.map(told) as Thing;
  return Object.fromEntries(Object.entries(thing).map(([key, value]) => [key, told(value)])) as Thing;
}

/** A model whose words are told. */
export function telling<Given extends unknown[], Made>(model: (...given: Given) => Made): (...given: Given) => Made {
  return (...given) => told(model(...given));
}

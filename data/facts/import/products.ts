import type { Connection } from '../../database.ts';
import type { OrderLine } from '../layouts/layout.ts';
import type { Words } from './dictionary.ts';

const CACHE_SIZE = 200_000;

/** `isOwn`: this import was the first to name it, and may call it what it likes. */
type Product = { readonly id: number; readonly isOwn: boolean; name: string | null };

/** Products, which carry the first name that a sale gave them. New ones wait for the next batch to be written. */
export function productDictionary(db: Connection, words: Words) {
  const dictionary = words.patient('product');
  const nameOf = db.prepare<[number], string | null>('SELECT name FROM product WHERE id = ?').pluck();
  const setName = db.prepare('UPDATE product SET name = ? WHERE id = ?');
  const products = new Map<string, Product>();
  let named: Product[] = [];
  /** Names for products that other imports brought: theirs only once this one is stored. */
  const promised: Product[] = [];

  function open(ref: string): Product {
    const known = dictionary.find(ref);
    if (known !== undefined) return { id: known, isOwn: false, name: nameOf.get(known) ?? null };
    return { id: dictionary.idOf(ref)!, isOwn: true, name: null };
  }

  return {
    /** The number of the line's product, given out on first use. */
    idOf({ product: ref, productName }: Pick<OrderLine, 'product' | 'productName'>): number | null {
      if (ref === null) return null;
      let product = products.get(ref);
      if (!product) {
        product = open(ref);
        products.set(ref, product);
      }
      if (product.name === null && productName !== null) {
        product.name = productName;
        (product.isOwn ? named : promised).push(product);
      }
      return product.id;
    },
    /** After each batch, inside its transaction. */
    write() {
      dictionary.close();
      for (const { id, name } of named) setName.run(name, id);
      named = [];
      if (products.size > CACHE_SIZE) products.clear();
    },
    /** To be called in the transaction that stores the import. */
    writeNames() {
      for (const { id, name } of promised) setName.run(name, id);
    },
  };
}

import type { Connection } from '../../database.ts';
import type { OrderLine } from '../layouts/layout.ts';
import type { Words } from './dictionary.ts';

const CACHE_SIZE = 200_000;

type Product = { readonly id: number; name: string | null };

/**
 * Products, with the first name that each import gives them: when one is taken back, those of the others stay. New ones
 * wait for the next batch to be written.
 */
export function productDictionary(db: Connection, words: Words, importId: number) {
  const dictionary = words.patient('product');
  const setName = db.prepare(
    'INSERT INTO product_name (product_id, import_id, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const products = new Map<string, Product>();
  let named: Product[] = [];

  return {
    /** The number of the line's product, given out on first use. */
    idOf({ product: ref, productName }: Pick<OrderLine, 'product' | 'productName'>): number | null {
      if (ref === null) return null;
      let product = products.get(ref);
      if (!product) {
        product = { id: dictionary.idOf(ref)!, name: null };
        products.set(ref, product);
      }
      if (product.name === null && productName !== null) {
        product.name = productName;
        named.push(product);
      }
      return product.id;
    },
    /** After each batch, inside its transaction. */
    write() {
      dictionary.close();
      for (const { id, name } of named) setName.run(id, importId, name);
      named = [];
      if (products.size > CACHE_SIZE) products.clear();
    },
  };
}

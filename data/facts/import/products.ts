import type { Connection } from '../../database.ts';
import type { OrderLine } from '../layouts/layout.ts';
import { manyInserts } from './insert.ts';

const CACHE_SIZE = 200_000;

/** `isOwn`: this import was the first to name it, and may call it what it likes. */
type Product = { readonly id: number; readonly ref: string; readonly isOwn: boolean; name: string | null };

/** Products, which carry the first name that a sale gave them. New ones wait for the next batch to be written. */
export function productDictionary(db: Connection, importId: number) {
  const select = db.prepare<[string], { id: number; name: string | null }>(
    'SELECT id, name FROM product WHERE ref = ?',
  );
  const insert = manyInserts(db, 'product', ['id', 'ref', 'import_id', 'name']);
  const setName = db.prepare('UPDATE product SET name = ? WHERE id = ?');
  const lastId = db.prepare<[], number | null>('SELECT MAX(id) FROM product').pluck();
  let nextId = 1;
  const products = new Map<string, Product>();
  let newcomers: Product[] = [];
  let named: Product[] = [];
  /** Names for products that other imports brought: theirs only once this one is stored. */
  const promised: Product[] = [];

  function open(ref: string, name: string | null): Product {
    const found = select.get(ref);
    if (found) return { ...found, ref, isOwn: false };
    if (newcomers.length === 0) nextId = 1 + (lastId.get() ?? 0);
    const product = { id: nextId++, ref, isOwn: true, name };
    newcomers.push(product);
    return product;
  }

  return {
    /** The number of the line's product, given out on first use. */
    idOf({ product: ref, productName }: Pick<OrderLine, 'product' | 'productName'>): number | null {
      if (ref === null) return null;
      let product = products.get(ref);
      if (!product) {
        product = open(ref, productName);
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
      insert(newcomers.flatMap(({ id, ref, name }) => [id, ref, importId, name]));
      for (const { id, name } of named) setName.run(name, id);
      newcomers = [];
      named = [];
      if (products.size > CACHE_SIZE) products.clear();
    },
    /** To be called in the transaction that stores the import. */
    writeNames() {
      for (const { id, name } of promised) setName.run(name, id);
    },
  };
}

import type { Connection } from '../../database.ts';
import type { OrderLine } from '../layouts/layout.ts';

const CACHE_SIZE = 200_000;

/** Products, which carry the first name that a sale gave them. */
export function productDictionary(db: Connection, importId: number) {
  const select = db.prepare<[string], { id: number; name: string | null }>(
    'SELECT id, name FROM product WHERE ref = ?',
  );
  /** Names for products that other imports brought: theirs only once this one is stored. */
  const waiting = new Map<number, string>();
  const insert = db.prepare('INSERT INTO product (ref, import_id, name) VALUES (?, ?, ?)');
  const setName = db.prepare('UPDATE product SET name = ? WHERE id = ?');
  const products = new Map<string, { readonly id: number; readonly isOwn: boolean; isNamed: boolean }>();

  function find(ref: string, name: string | null) {
    const found = select.get(ref);
    if (found) return { id: found.id, isOwn: false, isNamed: found.name !== null };
    return { id: Number(insert.run(ref, importId, name).lastInsertRowid), isOwn: true, isNamed: name !== null };
  }

  return {
    /** The number of the line's product, given out on first use. */
    idOf({ product: ref, productName }: Pick<OrderLine, 'product' | 'productName'>): number | null {
      if (ref === null) return null;
      let product = products.get(ref);
      if (!product) {
        if (products.size > CACHE_SIZE) products.clear();
        product = find(ref, productName);
        products.set(ref, product);
      }
      if (!product.isNamed && productName !== null) {
        if (product.isOwn) setName.run(productName, product.id);
        else waiting.set(product.id, productName);
        product.isNamed = true;
      }
      return product.id;
    },
    /** To be called in the transaction that stores the import. */
    writeNames() {
      for (const [id, name] of waiting) setName.run(name, id);
    },
  };
}

/** The id of a number, and what the number is called where it stands. */
export type Quoted = { readonly id: string; readonly label: string | null };

const RECEIPT = /(?<![\w-])[A-Z]-\d{1,9}(?![\w-])/g;

/**
 * The receipts that a message quotes, in its order, each once: in its text, and in its blocks, where a bold label
 * stands before the number.
 */
export function receiptsIn(message: unknown): readonly Quoted[] {
  const found = new Map<string, Quoted>();
  let label: string | null = null;
  const look = (thing: unknown): void => {
    if (Array.isArray(thing)) {
      label = null;
      for (const each of thing) look(each);
    } else if (typeof thing === 'object' && thing !== null) {
      for (const [key, value] of Object.entries(thing)) {
        if (typeof value !== 'string') look(value);
        else if (key === 'text' || key === 'alt_text') quote(value, isBold(thing));
      }
    }
  };
  const quote = (text: string, bold: boolean): void => {
    if (bold) label = text.replace(/[:\s]+$/, '') || null;
    for (const [id] of text.matchAll(RECEIPT)) {
      if (!found.get(id)?.label) found.set(id, { id, label: bold ? null : label });
    }
  };
  look(message);
  return [...found.values()];
}

function isBold(leaf: object): boolean {
  return 'style' in leaf && typeof leaf.style === 'object' && leaf.style !== null && 'bold' in leaf.style;
}

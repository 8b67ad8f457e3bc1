const FIRST_SIZE = 1 << 16;

/**
 * Which texts were there, in 4 to 8 bytes each: "no" is certain, "yes" is wrong once in some thousand times even with
 * millions in it.
 */
export function fingerprints() {
  /** Open addressing; 0 is a free place. */
  let places = new Uint32Array(FIRST_SIZE);
  let count = 0;

  function placeOf(print: number): number {
    const mask = places.length - 1;
    let place = print & mask;
    while (places[place] !== 0 && places[place] !== print) place = (place + 1) & mask;
    return place;
  }

  function grow(): void {
    const old = places;
    places = new Uint32Array(2 * old.length);
    for (const print of old) if (print !== 0) places[placeOf(print)] = print;
  }

  return {
    add(text: string): void {
      const print = printOf(text);
      const place = placeOf(print);
      if (places[place] === print) return;
      places[place] = print;
      if (++count > 0.7 * places.length) grow();
    },
    mayHave(text: string): boolean {
      return count > 0 && places[placeOf(printOf(text))] !== 0;
    },
  };
}

/** FNV-1a over the characters, and a last mix: order numbers differ in their last digits only. Never 0. */
function printOf(text: string): number {
  let print = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) print = Math.imul(print ^ text.charCodeAt(at), 0x01000193);
  print = Math.imul(print ^ (print >>> 15), 0x2c1b3c6d);
  return (print ^ (print >>> 13)) >>> 0 || 1;
}

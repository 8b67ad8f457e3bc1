import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * augurs (Rust, compiled to WebAssembly) and Prophet's Stan model, ready to use under Node.
 *
 * This is the one file of the room that touches the disk. augurs' own `init()` fetches its wasm by a `file://` URL,
 * which Node's fetch refuses ("not implemented... yet"), so its bytes are read here and handed over. Everything is
 * loaded at the first forecast (about half a second) and kept: importing this file costs nothing.
 *
 * What the library does not survive is kept from it by its callers: all-zero and constant series trap, fewer than
 * four points fail, infinities throw, and Stan's `newton` traps.
 */
export type Augurs = {
  readonly MSTL: typeof import('@bsull/augurs/mstl').MSTL;
  readonly Prophet: typeof import('@bsull/augurs/prophet').Prophet;
  readonly optimizer: typeof import('@bsull/augurs-prophet-wasmstan').optimizer;
};

let loaded: Promise<Augurs> | undefined;

export function loadAugurs(): Promise<Augurs> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Augurs> {
  const [mstl, prophet, stan] = await Promise.all([
    import('@bsull/augurs/mstl'),
    import('@bsull/augurs/prophet'),
    import('@bsull/augurs-prophet-wasmstan'),
  ]);
  mstl.initSync({ module: wasmOf('mstl') });
  prophet.initSync({ module: wasmOf('prophet') });
  return { MSTL: mstl.MSTL, Prophet: prophet.Prophet, optimizer: stan.optimizer };
}

function wasmOf(part: string): Buffer<ArrayBuffer> {
  const script = createRequire(import.meta.url).resolve(`@bsull/augurs/${part}`);
  return readFileSync(script.replace(/\.js$/, '_bg.wasm'));
}

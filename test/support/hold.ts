/** Work that goes on until it is told to finish. */
export function hold(): { readonly working: Promise<void>; readonly finish: () => void } {
  let finish = () => {};
  const working = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { working, finish };
}

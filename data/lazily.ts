/**
 * The same object, with each member made when it is first asked for. What a connection may be asked is some two hundred
 * statements, and SQLite takes a quarter of a millisecond for a long one: whoever asks a few waits for those only.
 */
export function lazily<Whole extends object>(make: { readonly [Name in keyof Whole]: () => Whole[Name] }): Whole {
  const whole = {} as Whole;
  for (const name of Object.keys(make) as (keyof Whole)[]) {
    Object.defineProperty(whole, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make[name]();
        Object.defineProperty(whole, name, { enumerable: true, value });
        return value;
      },
    });
  }
  return whole;
}

/**
 * Continues a series that has no season left in it: shape (horizon,) from shape (t,), one value a step, no gap.
 *
 * The values are logs of adjusted sales where a shop sells every day, plain values where it does not. Pure.
 */
export type LevelMethod = (values: Float64Array, horizon: number) => Float64Array;

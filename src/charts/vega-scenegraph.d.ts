/** Not in Vega's own types: how wide it takes a text to be. */
export {};

declare module 'vega' {
  export const textMetrics: {
    width(item: { readonly fontSize?: number; readonly fontWeight?: number | string }, text: string): number;
  };
}

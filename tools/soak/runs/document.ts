/** A document as stored. */
export type Document = { readonly id: string; readonly kind: string; readonly [name: string]: unknown };

/** One page of a list. `nextPage` is opaque to callers; null on the last page. */
export type Page<T> = { readonly items: readonly T[]; readonly nextPage: string | null };

/** `limit` is 1 to 1,000; `page` is the nextPage of the answer before. */
export type PageRequest = { readonly limit: number; readonly page: string | null };

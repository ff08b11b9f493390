import type { en } from "./en.ts";

/** The texts of one language. A text with a value in it is a function, so that each language chooses its own order. */
export type Words = typeof en;

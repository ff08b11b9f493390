import type { ProductLimits } from "../src/domain/capability/limits.ts";

/** Cautious until somebody decides otherwise: a restore shows what it would do, and does nothing. */
export const productLimits: ProductLimits = {
  // What pages are generated for; an app gets its cloud from the setting CLOUD.
  cloud: "global",
  mostRestore: "preview_only",
  withheld: {},
};

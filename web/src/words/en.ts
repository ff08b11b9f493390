import { frame } from "./en/frame.ts";

/** Every text of the portal, a member a noun. English decides which texts exist; German must have the same. */
export const en = { frame };

import type { Words } from "../words.ts";

export const operations: Words["operations"] = {
  title: "Vorgänge",
};

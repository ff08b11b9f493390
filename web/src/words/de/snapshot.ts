import type { Words } from "../words.ts";

export const snapshot: Words["snapshot"] = {
  title: "Snapshot",
};

import type { Words } from "../words.ts";

export const run: Words["run"] = {
  title: "Vorgang",
};

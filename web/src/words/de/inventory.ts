import type { Words } from "../words.ts";

export const inventory: Words["inventory"] = {
  title: "Inventar",
};

import type { Words } from "../words.ts";

export const object: Words["object"] = {
  title: "Objekt",
};

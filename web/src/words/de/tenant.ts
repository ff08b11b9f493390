import type { Words } from "../words.ts";

export const tenant: Words["tenant"] = {
  title: "Übersicht",
};

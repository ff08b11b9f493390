import type { Words } from "../words.ts";

export const schedule: Words["schedule"] = {
  title: "Zeitplan",
};

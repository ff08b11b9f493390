import type { Words } from "../words.ts";

export const platformRun: Words["platformRun"] = {
  title: "Plattformvorgang",
};

import type { Words } from "../words.ts";

export const platformRuns: Words["platformRuns"] = {
  title: "Plattformvorgänge",
};

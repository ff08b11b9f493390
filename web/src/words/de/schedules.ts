import type { Words } from "../words.ts";

export const schedules: Words["schedules"] = {
  title: "Zeitpläne",
};

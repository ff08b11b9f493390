import type { Words } from "../words.ts";

export const snapshots: Words["snapshots"] = {
  title: "Snapshots",
};

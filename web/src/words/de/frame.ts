import type { Words } from "../words.ts";

export const frame: Words["frame"] = {
  product: "TenantPilot",
  skip: "Zum Inhalt springen",
  loading: "Wird geladen",
};

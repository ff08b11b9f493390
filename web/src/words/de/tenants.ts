import type { Words } from "../words.ts";

export const tenants: Words["tenants"] = {
  title: "Mandanten",
};

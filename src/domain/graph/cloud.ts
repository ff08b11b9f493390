import { z } from "zod";

/** Where a tenant lives: https://learn.microsoft.com/graph/deployments */
export const cloudSchema = z.enum(["global", "us_gov_l4", "us_gov_l5", "china"]);

export type Cloud = z.infer<typeof cloudSchema>;

import { z } from "zod";

export const runParams = z.strictObject({ runId: z.string().regex(/^[0-9a-z]{26}$/) });

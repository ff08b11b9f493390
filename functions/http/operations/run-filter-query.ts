import { z } from "zod";
import { runOutcomes, runStatuses } from "../../../src/domain/operation-run/operation-run.ts";
import { runTypeNames } from "../../../src/domain/operation-run/run-type.ts";
import { utcTime } from "../utc-time.ts";

/** Query parameters by which a list of runs is narrowed. */
export const runFilterQuery = {
  status: z.enum(runStatuses).optional(),
  outcome: z.enum(runOutcomes).optional(),
  type: z.enum(runTypeNames).optional(),
  initiator: z.string().min(1).max(100).optional(),
  from: utcTime.optional(),
  to: utcTime.optional(),
  text: z.string().trim().min(1).max(200).optional(),
};

import { z } from "zod";
import { runOutcomes, runStatuses } from "../../../src/domain/operation-run/operation-run.ts";
import { runTypeNames } from "../../../src/domain/operation-run/run-type.ts";

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

/** Query parameters by which a list of runs is narrowed. */
export const runFilterQuery = {
  status: z.enum(runStatuses).optional(),
  outcome: z.enum(runOutcomes).optional(),
  type: z.enum(runTypeNames).optional(),
  initiator: z.string().min(1).max(100).optional(),
  from: time.optional(),
  to: time.optional(),
  text: z.string().trim().min(1).max(200).optional(),
};

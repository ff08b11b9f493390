import { z } from "zod";
import { operationRunSchema } from "../../../src/domain/operation-run/operation-run.ts";

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

/** Query parameters by which a list of runs is narrowed. */
export const runFilterQuery = {
  status: operationRunSchema.shape.status.optional(),
  outcome: operationRunSchema.shape.outcome.optional(),
  type: operationRunSchema.shape.type.optional(),
  initiator: z.string().min(1).max(100).optional(),
  from: time.optional(),
  to: time.optional(),
  text: z.string().trim().min(1).max(200).optional(),
};

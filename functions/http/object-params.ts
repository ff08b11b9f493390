import { z } from "zod";
import { objectIdSchema } from "../../src/domain/graph/object-id.ts";

/** One object of a tenant, as a path names it. */
export const objectParams = z.strictObject({
  type: z.string().regex(/^[A-Za-z0-9]{1,100}$/),
  objectId: objectIdSchema,
});

import { z } from "zod";
import { restoreLevelSchema } from "../../../src/domain/capability/capability.ts";

const types = z.array(z.string()).max(500);

/** What an owner may switch; what is left out stays as it is. */
export const switchesBody = z.strictObject({
  mostRestore: restoreLevelSchema.optional(),
  withheld: types.optional(),
  highRiskEnabled: types.optional(),
});

import { z } from "zod";
import { capabilitySchema } from "../../../src/domain/capability/capability.ts";

/** All types in one page: there are few enough. */
export const capabilitiesSchema = z.object({ items: z.array(capabilitySchema), nextPage: z.null() });

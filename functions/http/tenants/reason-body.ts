import { z } from "zod";
import { reasonSchema } from "../../../src/domain/tenant/tenant-terms.ts";

export const reasonBody = z.strictObject({ reason: reasonSchema });

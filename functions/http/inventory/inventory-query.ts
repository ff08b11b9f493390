import { z } from "zod";
import { inventoryObjectSchema } from "../../../src/domain/inventory/inventory-object.ts";
import type { InventoryQuestion } from "../../../src/domain/inventory/inventory-question.ts";
import { definedOnly } from "../defined-only.ts";
import { nameQuery } from "../list-query.ts";

/** `type/id` of an object. */
const refSchema = z
  .string()
  .regex(/^[A-Za-z0-9]{1,100}\/.{1,300}$/s)
  .transform((text) => {
    const end = text.indexOf("/");
    return { type: text.slice(0, end), id: text.slice(end + 1) };
  });

const yes = z
  .literal("true")
  .transform(() => true as const)
  .optional();

/** Query parameters by which the inventory is narrowed. */
export const inventoryFilterQuery = {
  type: z.string().max(100).optional(),
  state: inventoryObjectSchema.shape.state.optional(),
  uses: refSchema.optional(),
  assignedTo: z.union([z.enum(["allUsers", "allDevices"]), z.guid()]).optional(),
  unassigned: yes,
  brokenTarget: yes,
  changedSince: z.iso.datetime().optional(),
  ignored: z.enum(["true", "only"]).optional(),
  ...nameQuery,
};

type InventoryQuery = z.infer<z.ZodObject<typeof inventoryFilterQuery>>;

/** What such a query asks. */
export function toQuestion({ unassigned, brokenTarget, ...asked }: InventoryQuery): InventoryQuestion {
  return definedOnly<InventoryQuestion>({ ...asked, isUnassigned: unassigned, hasBrokenTarget: brokenTarget });
}

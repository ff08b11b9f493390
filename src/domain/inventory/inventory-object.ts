import { z } from "zod";
import { edgeSchema, targetSchema } from "../graph/edge.ts";
import { formIdSchema, hashSchema } from "../snapshot/entry.ts";
import { knownValue } from "../unreadable/known-value.ts";

const time = z.iso.datetime();

/** What was last observed of one object: whitelisted facts only (P7.1). `missing` needs positive evidence. */
export const inventoryObjectSchema = z.object({
  type: z.string(),
  id: z.string(),
  name: z.string(),
  platform: z.string().nullable(),
  lastModified: z.string().nullable(),
  state: knownValue(["present", "missing"]),
  meta: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  configurationHash: hashSchema,
  /** Whom its assignments reach; null for a type without assignments, and where an older version wrote it. */
  targets: z.array(targetSchema).nullable().default(null),
  /** Other objects that it names. */
  edges: z.array(edgeSchema).default([]),
  /** The rule of the hash. */
  formId: formIdSchema,
  /**
   * Since when a sync finds it other than its newest version, whose content nobody captured; null where it is as that has
   * it, or has none.
   */
  observedChangeAt: time.nullable().default(null),
  firstSeenAt: time,
  /** When it was last seen. What is stored is older than what readers see of a present one (listing.ts). */
  lastSeenAt: time,
  /** When it was found to be as it is stored, also for a missing one. */
  observedAt: time,
});

export type InventoryObject = z.infer<typeof inventoryObjectSchema>;

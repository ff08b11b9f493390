import { z } from "zod";

/** A path segment or property name as Graph writes it. */
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/);
const odataType = z.string().regex(/^#microsoft\.graph\.[A-Za-z0-9.]+$/);
const query = z.string().regex(/^\$[a-z]+=/);

const nestedSchema = z.strictObject({ path: name, query: query.optional() });

/** A collection below an object that belongs to its configuration and is missing from the object's own body. */
export const childSchema = z.strictObject({
  /** Segment after the object's id, and the property under which the payload carries it. */
  path: name,
  query: query.optional(),
  /** Property of the object that announces how many there are; a mismatch is a failure (P6.10), not a shrug. */
  countedBy: name.optional(),
  /** One collection below each child, such as `presentationValues`. */
  nested: nestedSchema.optional(),
});

/**
 * Everything the product knows about one object type of Microsoft Graph (P3.2). Paths start below the version. An
 * object belongs to exactly one type: by `odataTypes` where a collection holds several kinds.
 */
export const objectTypeContractSchema = z.strictObject({
  key: name,
  displayName: z.string().min(1),
  platformGroup: z.enum(["windows", "apple", "android", "cross_platform", "tenant", "identity"]),
  version: z.enum(["beta", "v1.0"]),
  path: z.string().regex(/^(\/[A-Za-z]+)+$/),
  /** The unit that Microsoft throttles; one activity at a time owns it in a tenant. */
  serviceGroup: name,
  /** Kinds of a polymorphic collection that belong to this type; null: all of them. */
  odataTypes: z.array(odataType).nullable(),
  /** Injected where a concrete collection leaves `@odata.type` out (graph-facts 2.7). */
  fixedOdataType: odataType.optional(),
  /** `list`: the listing holds the whole object. `get`: some properties come with the single GET only. */
  detail: z.enum(["list", "get"]),
  detailQuery: query.optional(),
  /** `by_id`: not listed, but read for the ids that others name. */
  read: z.enum(["list", "by_id"]).default("list"),
  children: z.array(childSchema).default([]),
  /** `get`: GET {id}/assignments, the one way that works for every type that has them (graph-facts 2.5). */
  assignments: z.enum(["get", "none"]),
  nameProperty: name,
  /** Property that names the platform, or a constant, or nothing. */
  platform: z.union([z.strictObject({ property: name }), z.strictObject({ constant: z.string() })]).nullable(),
  /** Facts that the inventory may show (P7.1). */
  meta: z.array(name).default([]),
  /** Properties that change without anybody changing the configuration, or that Graph computes. */
  volatile: z.array(name).default([]),
  /** Properties whose values Graph masks or encrypts; they are stored as returned. */
  secrets: z.array(z.string()).default([]),
  references: z.array(z.strictObject({ to: name, path: z.string() })).default([]),
  /** Its absence in a tenant is a state of the tenant, not a failure. */
  licence: z.string().optional(),
  risk: z.enum(["low", "medium", "high"]),
  restore: z.enum(["enabled", "preview_only", "none"]),
  permissions: z.strictObject({ read: z.array(z.string()).min(1), write: z.array(z.string()) }),
});

export type ObjectTypeContract = z.infer<typeof objectTypeContractSchema>;
export type ContractChild = z.infer<typeof childSchema>;

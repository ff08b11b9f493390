import { z } from "zod";
import { cloudSchema } from "./cloud.ts";
import { comparisonSchema } from "./comparison-contract.ts";
import { evidenceSchema } from "./evidence.ts";
import { propertyPath } from "./property-path.ts";
import { serviceGroupSchema } from "./service-group.ts";

/** A path segment or property name as Graph writes it. */
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/);
const odataType = z.string().regex(/^#microsoft\.graph\.[A-Za-z0-9.]+$/);
const query = z.string().regex(/^\$[a-z]+=/);
/**
 * Items that Graph puts on one page at most, where that is known to be few. No listing sends `$top`: above the maximum it
 * is ignored, cut or refused, by the collection (graph.md 2.4), so every page is followed to the next.
 */
const pageSize = z.int().positive();

const nestedSchema = z.strictObject({ path: name, query: query.optional(), evidence: evidenceSchema });

/**
 * How what is not in an object's body is read: by a path of its own, which some relations do not have in spite of the
 * metadata ("No OData route exists"); by `$expand` on the single object, which is silently empty for others; or by the path
 * first, where nobody knows. Absent: by the path.
 */
const waySchema = z.enum(["path", "expand", "path_or_expand"]);

/** A collection below an object that belongs to its configuration and is missing from the object's own body. */
export const childSchema = z.strictObject({
  /** Segment after the object's id, and the property under which the payload carries it. */
  path: name,
  by: waySchema.optional(),
  /** Asked with the child's own path, or inside its `$expand`. */
  query: query.optional(),
  evidence: evidenceSchema,
  pageSize: pageSize.optional(),
  /** Kinds that have it; it is then read below a cast to the object's own kind. Absent: every object has it. */
  on: z.array(odataType).min(1).optional(),
  /** Property of the object that announces how many there are; a mismatch is a failure (P6.10), not a shrug. */
  countedBy: name.optional(),
  /** One collection below each child, such as `presentationValues`. */
  nested: nestedSchema.optional(),
  /** Objects of Microsoft's own (`builtIn`) are read without it. */
  skipsBuiltIn: z.literal(true).optional(),
});

/** A reference that Graph keeps beside the object (`$ref`), such as a certificate: kept as id, kind and name. */
export const linkSchema = z.strictObject({
  path: name,
  by: waySchema.optional(),
  /** Found from the other end, below each object of another collection: Graph is not known to answer it from this one. */
  inverse: z.strictObject({ path: z.string().regex(/^(\/[A-Za-z]+)+$/), child: name }).optional(),
  evidence: evidenceSchema,
  on: z.array(odataType).min(1).optional(),
  isMany: z.boolean(),
});

/** Which objects of a collection are of this type. Types of one collection share its listing. */
const kindsSchema = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("collection") }),
  z.strictObject({ by: z.literal("odataType"), is: z.array(odataType).min(1) }),
  z.strictObject({
    by: z.literal("property"),
    path: propertyPath,
    is: z.array(z.union([z.string(), z.boolean()])).min(1),
    /** Objects without the property are of this type too. */
    orAbsent: z.boolean().optional(),
  }),
  /** Whatever no other type of the collection claims. */
  z.strictObject({ by: z.literal("rest") }),
]);

/** `masked`: Graph hides it. `encrypted`: only the tenant can use it. `never_snapshot`: it is taken out before anything is stored. */
const secretSchema = z.strictObject({
  path: propertyPath,
  kind: z.enum(["masked", "encrypted", "never_snapshot"]),
  /** A secret only where the object that holds it has this property with this value; absent: wherever it stands. */
  when: z
    .strictObject({ property: z.union([name, z.literal("@odata.type")]), is: z.union([z.string(), z.boolean()]) })
    .optional(),
});

/**
 * Everything the product knows about one object type of Microsoft Graph (P3.2). Paths start below the version. An
 * object belongs to exactly one type.
 */
export const objectTypeContractSchema = z.strictObject({
  key: name,
  displayName: z.string().min(1),
  platformGroup: z.enum(["windows", "apple", "android", "cross_platform", "tenant", "identity"]),
  version: z.enum(["beta", "v1.0"]),
  /** `/parents/{id}/objects`: listed below each parent. */
  path: z.string().regex(/^(\/[A-Za-z]+)+(\/\{id\}(\/[A-Za-z]+)+)?$/),
  /** Asked with the listing and with the single object alike. */
  query: query.optional(),
  /** Its list below an object answers 404 where a tenant never set anything up; elsewhere 404 of a list is a failure. */
  absentIs404: z.literal(true).optional(),
  /** Of the GET of the collection and of one object, of the query with both, and of the way that `assignments` names. */
  evidence: z.strictObject({
    path: evidenceSchema,
    query: evidenceSchema.optional(),
    assignments: evidenceSchema.optional(),
  }),
  /** Null where a page holds what most tenants have. */
  pageSize: pageSize.nullable(),
  /** The unit that Microsoft throttles; one activity at a time owns it in a tenant. */
  serviceGroup: serviceGroupSchema,
  kinds: kindsSchema,
  /** Injected where a concrete collection leaves `@odata.type` out (graph.md 2.7). */
  fixedOdataType: odataType.optional(),
  /** `list`: the listing holds the whole object. `get`: some properties come with the single GET only. */
  detail: z.enum(["list", "get"]),
  /** `by_id`: read for the ids that others name. `singleton`: one object at a path without id. `never`: not even looked at. */
  read: z.enum(["list", "by_id", "singleton", "never"]),
  /** Objects that Microsoft puts into every tenant; `assigned`: only those in use are read. They are never written. */
  builtIn: z
    .strictObject({
      property: name,
      is: z.union([z.string(), z.boolean()]),
      read: z.enum(["all", "assigned"]),
    })
    .optional(),
  children: z.array(childSchema),
  links: z.array(linkSchema),
  /**
   * `get`: GET {id}/assignments. `expand`: `$expand` on the single object, where that path has no route. `query`: the
   * query brings them, with list and object alike. `inside`: properties of the object say whom it concerns.
   */
  assignments: z.enum(["get", "expand", "query", "inside", "none"]),
  /** Null where objects have no name: a singleton is called after its type. */
  nameProperty: name.nullable(),
  /** Property that names the platform, or a constant, or nothing. */
  platform: z.union([z.strictObject({ property: name }), z.strictObject({ constant: z.string() })]).nullable(),
  /** Facts that the inventory may show (P7.1). */
  meta: z.array(name),
  /** What changes without anybody changing the configuration, or what Graph computes. */
  volatile: z.array(propertyPath),
  secrets: z.array(secretSchema),
  references: z.array(z.strictObject({ to: name, path: propertyPath })),
  comparison: comparisonSchema,
  /** Why a snapshot never holds it, or that it does. */
  snapshot: z.union([z.literal("whole"), z.strictObject({ none: z.string().min(1) })]),
  /** Its absence in a tenant is a state of the tenant, not a failure. */
  licence: z.string().optional(),
  /** Clouds in which Microsoft does not offer it. */
  notAvailable: z.array(cloudSchema),
  /** What a reader of a snapshot should know, one sentence each. */
  notes: z.array(z.string().min(1)),
  /** Why this contract says other than Microsoft's published data, one sentence each. */
  differs: z.array(z.string().min(1)),
  risk: z.enum(["low", "medium", "high"]),
  restore: z.enum(["enabled", "preview_only", "none"]),
  permissions: z.strictObject({ read: z.array(z.string()).min(1), write: z.array(z.string()) }),
});

export type ObjectTypeContract = z.infer<typeof objectTypeContractSchema>;
export type ContractChild = z.infer<typeof childSchema>;
export type ContractLink = z.infer<typeof linkSchema>;
/** How a relation is read. */
export type RelationRoute = z.infer<typeof waySchema>;

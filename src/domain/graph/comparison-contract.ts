import { z } from "zod";
import { propertyPath } from "./property-path.ts";

/** Where a list stands, and by what its items are known: places inside an item, their content, or their order. */
const listRuleSchema = z.strictObject({
  at: propertyPath,
  key: z.union([z.array(z.string().min(1)).min(1), z.literal("content"), z.literal("order")]),
});

/** A text that is something else in another writing, decoded for showing alone. */
const textRuleSchema = z.strictObject({
  at: propertyPath,
  as: z.enum(["base64", "xml", "json", "plist", "certificate"]),
});

/**
 * What comparing two readings of a type needs to know beside its volatile properties, secrets, relations and references
 * (specs/010-reading RC1, RC2). Lists that are not here and cannot be derived keep their order.
 */
export const comparisonSchema = z.strictObject({
  lists: z.array(listRuleSchema),
  /** What differs though nobody changed the configuration, beside `volatile`. */
  ignore: z.array(propertyPath),
  /** Properties whose empty text is a value. A property called `value` always is one. */
  keepsEmpty: z.array(propertyPath),
  /** What can never be equal in two tenants. */
  tenantBound: z.array(propertyPath),
  text: z.array(textRuleSchema),
  /** Types of values from which none derives: an answer may name them or not. */
  plainTypes: z.array(z.string()),
  /** Settings of the catalog whose list of values has an order. */
  orderedSettings: z.array(z.string()),
});

export type Comparison = z.infer<typeof comparisonSchema>;
export type ListRule = z.infer<typeof listRuleSchema>;

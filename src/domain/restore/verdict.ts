import { z } from "zod";

/**
 * What a plan says of one object. `conflict`: more than one match, or two sources for one target. `blocked`: a reason
 * stands in the way. `preview_only`: held back, or no proven way to write it yet. `not_restorable`: its type is never
 * written, or the object itself cannot be. `delete`: in an undo alone.
 */
export const verdictSchema = z.enum([
  "create",
  "update",
  "unchanged",
  "conflict",
  "blocked",
  "preview_only",
  "not_restorable",
  "skipped",
  "delete",
]);

export type Verdict = z.infer<typeof verdictSchema>;

/** Why an object is not written, or not without a decision. The list is closed: pages have words for each. */
export const restoreReasonSchema = z.enum([
  "match_ambiguous",
  "reference_missing",
  "reference_ambiguous",
  "reference_blocked",
  "secret_needed",
  "content_missing",
  "bound_to_tenant",
  "built_in",
  "create_only_differs",
  "licence_missing",
  "not_offered",
  "permission_missing",
  "high_risk_off",
  "break_glass_unset",
  "locks_out",
  "widens_targeting",
  "type_incomplete",
  "source_gap",
  "user_reference",
  "cycle",
  "too_large",
  "unknown_type",
  "approval_needed",
]);

export type RestoreReason = z.infer<typeof restoreReasonSchema>;

/**
 * What a person should know of an object that is written all the same. `left_alone`: the live object has properties that
 * the source lacks, and they stay. `removed_by_put`: they go, because the whole object is replaced. `secret_kept`: a value
 * that no snapshot holds stays as it is in the tenant. `membership_differs`: a group of the same name has other rules of
 * membership. `break_glass_added`: the tenant's own exclusions were added. `acts_at_once`: a rule of access that is on.
 * `policy_set`: assignments that come from a policy set are left to it.
 */
export const restoreWarningSchema = z.enum([
  "left_alone",
  "removed_by_put",
  "secret_kept",
  "membership_differs",
  "break_glass_added",
  "acts_at_once",
  "policy_set",
]);

export type RestoreWarning = z.infer<typeof restoreWarningSchema>;

/**
 * Where an id that an object names leads in the target. `same`: there, in the same tenant. `literal`: means the same
 * everywhere. `mapped`: one hit by name or key. `created`: another item of the plan makes it. `decided`: a person said so.
 */
export const referenceStateSchema = z.enum(["same", "literal", "mapped", "created", "missing", "ambiguous", "decided"]);

export type ReferenceState = z.infer<typeof referenceStateSchema>;

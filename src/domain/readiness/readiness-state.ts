import type { Readiness } from "./readiness.ts";

type Found = Pick<Readiness, "applications" | "intune" | "samples">;

/**
 * `attention` when reading lacks something: consent, a permission, Intune, or an answer. What the writing application lacks
 * keeps nothing from being read, an excess is a warning, and a licence that the tenant does not have is its own choice.
 */
export function toReadinessState({ applications, intune, samples }: Found): "ready" | "attention" {
  const reading = applications.find(({ kind }) => kind === "read");
  const isLacking = !reading?.consented || reading.missing.length > 0;
  const isUnanswered = samples.some(({ state }) => state === "unknown");
  return isLacking || isUnanswered || intune === "absent" ? "attention" : "ready";
}

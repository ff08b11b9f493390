import { z } from "zod";
import { timeZoneSchema } from "../clock/time-zone.ts";
import { visibleText } from "../text/visible-text.ts";

const mostLabels = 20;

/** Text of one line, of so many characters, as a person writes it. */
function line(most: number) {
  const isVisible = (text: string): boolean => text.isWellFormed() && visibleText(text) === text;
  return z.string().trim().min(1).max(most).refine(isVisible, "must be text of one line that can be seen");
}

export const labelSchema = line(50);
/** Why somebody does what cannot be told from what was done. */
export const reasonSchema = line(500);
export const nameSchema = line(200);

/** What people say of a tenant. */
export const tenantTermsSchema = z.strictObject({
  name: nameSchema,
  timeZone: timeZoneSchema,
  labels: z.array(labelSchema).max(mostLabels),
});

export type TenantTerms = z.infer<typeof tenantTermsSchema>;

/** In order and without repeats, so that the same labels are the same document. */
export function tidyLabels(labels: readonly string[]): string[] {
  return [...new Set(labels)].sort();
}

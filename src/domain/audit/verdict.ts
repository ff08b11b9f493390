import { z } from "zod";
import type { Failure } from "../failure/failure.ts";

/** What a verification of the audit came to, on its run. */
export const verdictSchema = z.object({
  digests: z.int().min(0),
  entries: z.int().min(0),
  /** The newest entry that was compared; null when none is sealed. */
  upTo: z.object({ id: z.string(), at: z.string() }).nullable(),
  /** How much was found; the failures of the run name the first 100. */
  found: z.int().min(0),
});

export type Verdict = z.infer<typeof verdictSchema>;

const messages = {
  audit_entry_changed: "An entry is not as it was sealed.",
  audit_entry_removed: "An entry that was sealed is gone.",
  audit_entry_added: "An entry says that it is in a digest, and it is not.",
  audit_entry_moved: "An entry is in another place than where it was sealed.",
  audit_digest_missing: "A digest is gone.",
  audit_digest_replaced: "A digest is not the one that was sealed.",
  audit_head_moved: "There is more than the newest digest that the database knows of.",
  audit_unsealed: "An entry has waited for a digest for more than 30 minutes.",
} as const;

export type FindingCode = keyof typeof messages;

/** What a verification finds, each thing once. */
export type Findings = {
  readonly add: (code: FindingCode, target: string) => void;
  readonly count: () => number;
  /** The first 100. */
  readonly failures: () => Failure[];
};

const mostNamed = 100;

export function makeFindings(): Findings {
  const known = new Set<string>();
  const named: Failure[] = [];
  return {
    add: (code, target) => {
      const key = `${code} ${target}`;
      if (known.has(key)) return;
      known.add(key);
      if (named.length < mostNamed) named.push({ code, message: messages[code], target, count: 1 });
    },
    count: () => known.size,
    failures: () => [...named],
  };
}

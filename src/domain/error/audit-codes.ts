import type { ErrorCodeFacts } from "./error-code-facts.ts";

const advice = "docs/runbooks/audit.md says what to look at.";

/** What `audit.verify` finds. */
export const auditCodes = {
  audit_entry_changed: {
    title: "An audit entry was changed",
    status: 0,
    next: "ask",
    advice: `Somebody changed an entry after it was sealed; what it said is in its digest. ${advice}`,
  },
  audit_entry_removed: {
    title: "An audit entry was removed",
    status: 0,
    next: "ask",
    advice: `Somebody removed an entry after it was sealed; what it said is in its digest. ${advice}`,
  },
  audit_entry_added: {
    title: "An audit entry was added",
    status: 0,
    next: "ask",
    advice: `Somebody put an entry between those that were sealed. ${advice}`,
  },
  audit_entry_moved: {
    title: "An audit entry was moved",
    status: 0,
    next: "ask",
    advice: `An entry is in another digest, or in another place of it, than the database or its time say. ${advice}`,
  },
  audit_digest_missing: {
    title: "A digest of the audit is gone",
    status: 0,
    next: "ask",
    advice: `The entries of this digest cannot be proven any more. ${advice}`,
  },
  audit_digest_replaced: {
    title: "A digest of the audit was replaced",
    status: 0,
    next: "ask",
    advice: `A digest is not the one that the next one, or the database, names by its hash. ${advice}`,
  },
  audit_head_moved: {
    title: "The newest digest is not the newest",
    status: 0,
    next: "ask",
    advice: `Digests, or entries that name them, lie beyond the newest digest that the database knows of. ${advice}`,
  },
  audit_unsealed: {
    title: "An audit entry is not sealed",
    status: 0,
    next: "ask",
    advice: `An entry has waited for a digest for more than 30 minutes, and could be changed unseen. ${advice}`,
  },
} as const satisfies Record<string, ErrorCodeFacts>;

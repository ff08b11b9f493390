import {
  type Digest,
  type DigestHead,
  inOrder,
  noDigest,
  parseDigest,
  type SealableEntry,
} from "../../domain/audit/digest.ts";
import type { Findings } from "../../domain/audit/verdict.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";

export type VerifyDeps = Pick<TenantStores, "audit" | "digests"> & { readonly findings: Findings };

/** How far the walk is. */
export type Walked = { digests: number; entries: number; upTo: { id: string; at: string } | null };

/** What is known of the digest before: undefined when it is gone or no digest, so that nothing can be said of its hash. */
type Chain = { before: string | undefined };

/**
 * Walks the digests from the first, recomputes each hash, and compares their entries with those of the database, both
 * ways. What is sealed meanwhile is walked too, or left to the next time.
 */
export async function verifyDigests(deps: VerifyDeps, walked: Walked, signal: AbortSignal): Promise<DigestHead> {
  const chain: Chain = { before: noDigest.hash };
  let head: DigestHead = await deps.audit.head();
  for (let number = 1; ; number += 1) {
    signal.throwIfAborted();
    const stored = await deps.digests.read(number);
    if (number > head.number) head = await deps.audit.head();
    if (number > head.number && stored.state === "missing") return head;
    const entries = await deps.audit.inDigest(number);
    if (number > head.number) head = await deps.audit.head();
    if (number > head.number) {
      // Left by a sealer that stopped: the next round goes on with it.
      if (number === head.number + 1 && entries.length === 0) return head;
      deps.findings.add("audit_head_moved", nameOf(number));
    }
    const digest = stored.state === "there" ? parseDigest(stored.text) : undefined;
    if (stored.state === "missing") deps.findings.add("audit_digest_missing", nameOf(number));
    else checkPlace(deps, number, digest, chain, head);
    chain.before = digest?.hash;
    if (digest) await compare(deps, digest, number, entries);
    walked.digests += 1;
    walked.entries += digest?.entries.length ?? 0;
    walked.upTo = digest?.last ?? walked.upTo;
  }
}

function nameOf(number: number): string {
  return `digest ${number}`;
}

/** A digest is the one of its number, follows the one before, and is what the head knows when it is the newest. */
function checkPlace(
  { findings }: VerifyDeps,
  number: number,
  digest: Digest | undefined,
  { before }: Chain,
  head: DigestHead,
): void {
  if (digest?.number !== number) {
    findings.add("audit_digest_replaced", nameOf(number));
    return;
  }
  if (before !== undefined && digest.before !== before)
    findings.add("audit_digest_replaced", nameOf(Math.max(1, number - 1)));
  if (number === head.number && digest.hash !== head.hash) findings.add("audit_digest_replaced", nameOf(number));
}

async function compare(
  { audit, findings }: VerifyDeps,
  digest: Digest,
  number: number,
  stored: readonly SealableEntry[],
): Promise<void> {
  const found = new Map(stored.map((entry) => [entry.id, entry]));
  let last: SealableEntry | undefined;
  for (const sealed of digest.entries) {
    const entry = found.get(sealed.id);
    found.delete(sealed.id);
    if (last && inOrder(last, sealed) > 0) findings.add("audit_entry_moved", sealed.id);
    last = sealed;
    if (entry && entry.text !== sealed.text) findings.add("audit_entry_changed", sealed.id);
    if (entry) continue;
    const isThere = (await audit.standingOf(sealed.id)) !== undefined;
    findings.add(isThere ? "audit_entry_moved" : "audit_entry_removed", sealed.id);
  }
  // Of a digest that is another one the entries are named by the digest.
  if (digest.number === number) for (const id of found.keys()) findings.add("audit_entry_added", id);
}

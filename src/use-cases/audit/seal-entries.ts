import { type DigestHead, entriesADigest, parseDigest, toDigestText } from "../../domain/audit/digest.ts";
import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";

type SealDeps = Pick<TenantStores, "audit" | "digests">;

type Sealing = DigestHead & { readonly entryIds: readonly string[] };

// Whoever loses against another sealer so often leaves the rest to it, and to the next round.
const mostLost = 5;

/**
 * Seals the entries of a tenant that wait for a digest, until none is left: first the blob, which its number
 * names, then in one transaction the head and the marks. Whoever stops between the two leaves a blob that the next one
 * meets and goes on with; of two at once one makes the blob, and both mean the same entries. Answers how many digests it
 * sealed.
 */
export async function sealEntries({ audit, digests }: SealDeps): Promise<number> {
  let sealed = 0;
  for (let lost = 0; lost < mostLost; ) {
    // The head first: what it was moved with is visible in every read after it.
    const head = await audit.head();
    const waiting = await audit.unsealed(2 * entriesADigest);
    const held = new Set(waiting.length === 0 ? [] : await idsIn({ digests }, head));
    const entries = waiting.filter(({ id }) => !held.has(id)).slice(0, entriesADigest);
    if (entries.length === 0) return sealed;
    const next = await putDigest({ digests }, head, toDigestText(head, entries));
    const answer = await audit.seal(next, head, next.entryIds);
    if (answer === "moved_on") lost += 1;
    else sealed += 1;
    if (answer === "sealed" && waiting.every(({ id }) => next.entryIds.includes(id))) return sealed;
  }
  return sealed;
}

/** What the digest before holds is sealed, whatever a read that lags behind says. */
async function idsIn({ digests }: Pick<SealDeps, "digests">, { number }: DigestHead): Promise<readonly string[]> {
  if (number === 0) return [];
  const stored = await digests.read(number);
  return stored.state === "there" ? entryIdsOf(stored.text) : [];
}

/**
 * The digest after a head: as asked for, or as somebody else made it before. Something else in its place is passed over
 * and keeps nothing from being sealed; `audit.verify` names it.
 */
async function putDigest(
  { digests }: Pick<SealDeps, "digests">,
  { number: before }: DigestHead,
  text: string,
): Promise<Sealing> {
  const number = before + 1;
  const isOurs = (await digests.create(number, text)) === "created";
  const stored = isOurs ? ({ state: "there", text } as const) : await digests.read(number);
  const found = stored.state === "there" ? stored.text : "";
  return { number, hash: hashOfText(found), entryIds: entryIdsOf(found) };
}

function entryIdsOf(text: string): readonly string[] {
  return parseDigest(text)?.entries.map(({ id }) => id) ?? [];
}

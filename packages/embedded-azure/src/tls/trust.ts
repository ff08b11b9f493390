import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { writeAtomically } from "./write-atomically.ts";

/** Makes every new TLS connection of this process accept the authority, beside all that it accepted before. Repeating it changes nothing. */
export function trust(caPem: string): void {
  const known = getCACertificates("default");
  if (known.some((pem) => pem.trim() === caPem.trim())) return;
  setDefaultCACertificates([...known, caPem]);
}

/**
 * The environment that makes a child process trust the authority. Node reads one file only: when the caller had named one, both are
 * written into one file beside the authority's.
 */
export async function childCaEnvironment(
  caFile: string,
  env: { readonly NODE_EXTRA_CA_CERTS?: string | undefined },
): Promise<{ readonly NODE_EXTRA_CA_CERTS: string }> {
  const certificateFile = env.NODE_EXTRA_CA_CERTS;
  if (!certificateFile || certificateFile === caFile) return { NODE_EXTRA_CA_CERTS: caFile };
  const theirs = await readFile(certificateFile, "utf8").catch(() => undefined);
  // Node itself only warns about a file it cannot read, so a stale setting must not stop the stack.
  if (theirs === undefined) return { NODE_EXTRA_CA_CERTS: caFile };
  const both = join(dirname(caFile), "extra-ca.pem");
  await writeAtomically(both, `${theirs.trimEnd()}\n${await readFile(caFile, "utf8")}`, 0o644);
  return { NODE_EXTRA_CA_CERTS: both };
}

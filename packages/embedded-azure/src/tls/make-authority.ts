import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { TlsFiles } from "../running-server.ts";
import { type Certificates, makeCertificates } from "./make-certificates.ts";
import { writeAtomically } from "./write-atomically.ts";

export type Authority = {
  /** Absolute or relative as the folder was given; what `NODE_EXTRA_CA_CERTS` and other people's tools are pointed at. */
  readonly caFile: string;
  readonly caPem: string;
  /** Certificate and key for `localhost`, `127.0.0.1` and `::1`; the same for every server of the folder. */
  issue(): TlsFiles;
};

const validForDays = 365;

/** Old enough to be replaced at the next start: a stack may run for weeks. */
const renewBeforeMs = 30 * 86_400_000;

/** The throw-away certificate authority of a data folder: made once, used again after a restart, renewed when it nears its end. */
export async function openAuthority(dir: string, nowMs: () => number = Date.now): Promise<Authority> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const certificates = (await readCertificates(dir, nowMs())) ?? (await renew(dir, nowMs()));
  const files: TlsFiles = { cert: certificates.cert, key: certificates.key };
  return { caFile: join(dir, "ca.pem"), caPem: certificates.caPem, issue: () => files };
}

async function renew(dir: string, nowMs: number): Promise<Certificates> {
  const certificates = await makeCertificates(nowMs, validForDays);
  await writeAtomically(join(dir, "server-key.pem"), certificates.key, 0o600);
  await writeAtomically(join(dir, "server.pem"), certificates.cert, 0o644);
  await writeAtomically(join(dir, "ca.pem"), certificates.caPem, 0o644);
  return certificates;
}

async function readCertificates(dir: string, nowMs: number): Promise<Certificates | undefined> {
  try {
    const [caPem, cert, key] = await Promise.all(
      ["ca.pem", "server.pem", "server-key.pem"].map((name) => readFile(join(dir, name), "utf8")),
    );
    if (!caPem || !cert || !key) return undefined;
    return areUsable({ caPem, cert, key }, nowMs) ? { caPem, cert, key } : undefined;
  } catch {
    // Absent or unreadable files, a torn set after a crash, or text that is no certificate: all are replaced as a whole.
    return undefined;
  }
}

function areUsable({ caPem, cert, key }: Certificates, nowMs: number): boolean {
  const server = new X509Certificate(cert);
  const belongTogether =
    server.verify(new X509Certificate(caPem).publicKey) && server.checkPrivateKey(createPrivateKey(key));
  return belongTogether && Date.parse(server.validTo) - nowMs > renewBeforeMs;
}

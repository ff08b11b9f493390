import { randomBytes } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { writeAtomically } from "./tls/write-atomically.ts";

/** The key that a server keeps in a file, made at its first start: random bytes as base64. */
export async function openKey(file: string, bytes: number): Promise<string> {
  const known = await readFile(file, "utf8").catch(() => undefined);
  if (known) return known;
  const key = randomBytes(bytes).toString("base64");
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeAtomically(file, key, 0o600);
  return key;
}

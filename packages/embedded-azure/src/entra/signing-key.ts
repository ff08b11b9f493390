import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { calculateJwkThumbprint, exportJWK, type JWK } from "jose";
import { writeAtomically } from "../tls/write-atomically.ts";

export type SigningKey = {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly kid: string;
  /** The public half, as the key set document lists it. */
  readonly jwk: JWK;
};

/** The key that signs all tokens of this directory (RS256, as Entra does): made once per data folder, so tokens outlive a restart. */
export async function openSigningKey(dir: string): Promise<SigningKey> {
  const path = join(dir, "signing-key.pem");
  const privateKey = createPrivateKey((await readPem(path)) ?? (await makePem(path)));
  const publicKey = createPublicKey(privateKey);
  const { kty = "RSA", n = "", e = "" } = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint({ kty, n, e });
  return { privateKey, publicKey, kid, jwk: { kty, use: "sig", alg: "RS256", kid, n, e } };
}

async function readPem(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

async function makePem(path: string): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  await writeAtomically(path, pem, 0o600);
  return pem;
}

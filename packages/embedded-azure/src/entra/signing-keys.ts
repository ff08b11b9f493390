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

type Keys = readonly [SigningKey, ...SigningKey[]];

/** RS256, as Entra does. */
export type SigningKeys = {
  /** Newest first: the first one signs, the key set lists all. */
  readonly all: () => Keys;
  /** Signs by a new key from now on. */
  readonly roll: () => Promise<void>;
  /** Takes a key out of the key set; one that signs has to be rolled over before. */
  readonly revoke: (kid: string) => Promise<void>;
};

/** The keys that sign all tokens of this directory: kept in the data folder, so tokens outlive a restart. */
export async function openSigningKeys(dir: string): Promise<SigningKeys> {
  const path = join(dir, "signing-key.pem");
  const stored = await readPems(path);
  const keep = (kept: readonly SigningKey[]) => writeAtomically(path, kept.map(toPem).join(""), 0o600);
  const [first, ...older] = await Promise.all(stored.map((pem) => toKey(createPrivateKey(pem))));
  let keys: Keys = [first ?? (await makeKey()), ...older];
  if (!first) await keep(keys);
  return {
    all: () => keys,
    roll: async () => {
      keys = [await makeKey(), ...keys];
      await keep(keys);
    },
    revoke: async (kid) => {
      const [signs, ...others] = keys;
      if (!others.some((key) => key.kid === kid)) throw new Error(`No key ${kid} that could be revoked: roll it over.`);
      keys = [signs, ...others.filter((key) => key.kid !== kid)];
      await keep(keys);
    },
  };
}

async function toKey(privateKey: KeyObject): Promise<SigningKey> {
  const publicKey = createPublicKey(privateKey);
  const { kty = "RSA", n = "", e = "" } = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint({ kty, n, e });
  return { privateKey, publicKey, kid, jwk: { kty, use: "sig", alg: "RS256", kid, n, e } };
}

async function readPems(path: string): Promise<readonly string[]> {
  try {
    return (await readFile(path, "utf8")).split(/(?=-----BEGIN )/);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

async function makeKey(): Promise<SigningKey> {
  return toKey((await promisify(generateKeyPair)("rsa", { modulusLength: 2048 })).privateKey);
}

function toPem({ privateKey }: SigningKey): string {
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

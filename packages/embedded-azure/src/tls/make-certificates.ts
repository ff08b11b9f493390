import { KeyObject } from "node:crypto";
import { defineReflectMetadata } from "./define-reflect-metadata.ts";

/** PEM texts: the authority's certificate, and the one server certificate it signed. */
export type Certificates = { readonly caPem: string; readonly cert: string; readonly key: string };

// ECDSA on P-256 takes milliseconds where RSA takes up to a second.
const keyAlgorithm = { name: "ECDSA", namedCurve: "P-256" };
const signingAlgorithm = { name: "ECDSA", hash: "SHA-256" };

const dayMs = 86_400_000;

/** Clocks of two containers on one machine may differ: a certificate starts a day early. */
const backdatedMs = dayMs;

/**
 * A new authority and a server certificate for `localhost`, `127.0.0.1` and `::1`, both valid for `validForDays` from `nowMs`.
 * The authority's private key is forgotten here: it can never sign anything else, on whatever machine its certificate is trusted.
 */
export async function makeCertificates(nowMs: number, validForDays: number): Promise<Certificates> {
  // @peculiar/x509 takes 70 ms to load, and only a new data folder needs it.
  defineReflectMetadata();
  const x509 = await import("@peculiar/x509");
  const window = { notBefore: new Date(nowMs - backdatedMs), notAfter: new Date(nowMs + validForDays * dayMs) };
  const authorityKeys = await newKeys();
  const serverKeys = await newKeys();
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...window,
    name: `CN=TenantPilot local authority ${crypto.randomUUID()}`,
    keys: authorityKeys,
    signingAlgorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const server = await x509.X509CertificateGenerator.create({
    ...window,
    subject: "CN=localhost",
    issuer: authority.subject,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: "dns", value: "localhost" },
        { type: "ip", value: "127.0.0.1" },
        { type: "ip", value: "::1" },
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  return { caPem: `${authority.toString("pem")}\n`, cert: `${server.toString("pem")}\n`, key: toPem(serverKeys) };
}

/** As this runtime makes them: the portal's tests are compiled with a browser's types, which have their own. */
type KeyPair = Extract<Awaited<ReturnType<typeof crypto.subtle.generateKey>>, { readonly privateKey: unknown }>;

async function newKeys(): Promise<KeyPair> {
  return crypto.subtle.generateKey(keyAlgorithm, true, ["sign", "verify"]);
}

function toPem(keys: KeyPair): string {
  return KeyObject.from(keys.privateKey).export({ type: "pkcs8", format: "pem" }).toString();
}

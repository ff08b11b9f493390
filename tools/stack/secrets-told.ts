import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";

/** Where a product keeps things and tells things. */
export type Watched = {
  /** Folder of the embedded servers and of the apps. */
  readonly dataDir: string;
  readonly blobs: { readonly endpoint: string; readonly key: string };
  /** What it said, by the name of where. */
  readonly told: Readonly<Record<string, readonly string[]>>;
};

/**
 * What each secret is known by. Tokens and client assertions have a form that nothing else has. Scripts and OMA values of the
 * seeds (local/seeds) begin with these words: as text, and as Graph hands them out, in Base64.
 */
const marks: Readonly<Record<string, RegExp>> = {
  token: /eyJ[\w-]{10,}\.eyJ[\w-]{10,}/,
  script: toMark("Set-StrictMode -Version Latest", "Remove-Item C:", "# Remediation "),
  "OMA value": toMark("<VPNProfile><RememberCredentials>"),
};

/** Base64 of whole groups of three bytes is the same whatever follows; a mark of byte order before them is one group. */
function toMark(...texts: readonly string[]): RegExp {
  const encoded = texts.map((text) => Buffer.from(text.slice(0, text.length - (text.length % 3))).toString("base64"));
  return new RegExp([...texts, ...encoded].map((each) => each.replaceAll("+", String.raw`\+`)).join("|"));
}

/** A state of a consent link, as the link's document has it. */
const keptState = /(?:consent-|"state":")([\w-]{22})(?![\w-])/g;

/** Names of the secrets in a text, each with what is around it. */
export function secretsIn(text: string): string[] {
  return Object.entries(marks).flatMap(([name, mark]) => {
    const at = text.search(mark);
    return at < 0 ? [] : [`${name} in ${text.slice(Math.max(0, at - 200), at + 60)}`];
  });
}

/**
 * Secrets where none may be: in documents, messages, states of workflows, digests, and in what was told. Payloads of
 * snapshots and what is staged for them hold scripts and values, and are what they are kept for (P7.2).
 */
export async function secretsTold({ dataDir, blobs, told }: Watched): Promise<string[]> {
  const stored = await Promise.all(
    ["cosmos", "service-bus", "apps"].map(async (folder) => [folder, await readFolder(join(dataDir, folder))] as const),
  );
  const texts = [
    ...stored,
    ["digests", await readDigests(blobs)] as const,
    ...Object.entries(told).map(([place, lines]) => [place, lines.join("\n")] as const),
  ];
  const states = [...new Set([...textOf(stored, "cosmos").matchAll(keptState)].map(([, state]) => state ?? ""))];
  return texts.flatMap(([place, text]) => {
    const found = [...secretsIn(text), ...states.flatMap((state) => stateIn(text, state))];
    return found.map((each) => `${place}: ${each}`);
  });
}

export function throwIfAny(secrets: readonly string[]): void {
  if (secrets.length > 0) throw new Error(`Secrets where none may be:\n${secrets.join("\n")}`);
}

function textOf(places: readonly (readonly [string, string])[], name: string): string {
  return places.find(([place]) => place === name)?.[1] ?? "";
}

/** A state anywhere but in the document of its link, and in the index that has it beside the document's id. */
function stateIn(text: string, state: string): string[] {
  const at = text.search(new RegExp(`(?<!consent-|"state":")${state}(?!consent-)`));
  return at < 0 ? [] : [`consent state in ${text.slice(Math.max(0, at - 200), at + 60)}`];
}

/** All files below a folder as one text, a letter a byte; none when there is no such folder. */
async function readFolder(folder: string): Promise<string> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = all.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  // A file that is gone meanwhile holds nothing.
  const texts = await Promise.all(files.map((file) => readFile(file, "latin1").catch(() => "")));
  return texts.join("\n");
}

async function readDigests({ endpoint, key }: Watched["blobs"]): Promise<string> {
  const account = endpoint.slice(endpoint.lastIndexOf("/") + 1);
  const service = new BlobServiceClient(endpoint, new StorageSharedKeyCredential(account, key));
  const container = service.getContainerClient("audit");
  const texts: string[] = [];
  for await (const { name } of container.listBlobsFlat()) {
    const stored = await container.getBlobClient(name).downloadToBuffer();
    texts.push(stored[0] === 0x1f ? gunzipSync(stored).toString() : stored.toString());
  }
  return texts.join("\n");
}

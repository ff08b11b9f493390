import type { BlobVersion } from "../store/blob-version.ts";
import type { Part } from "../store/content-files.ts";
import type { StagedBlock } from "../store/open-store.ts";
import { type Call, header } from "../wire/call.ts";
import { refusals } from "../wire/storage-refusal.ts";
import { writtenHeaders } from "../wire/version-headers.ts";
import { type Answer, type OperationContext, requireAddress } from "./operation.ts";
import { commitVersion, keepOrForget, requireWanted } from "./put-blob.ts";

/** 50,000 blocks with ids of 64 bytes: https://learn.microsoft.com/rest/api/storageservices/put-block-list */
const largestListBytes = 8 * 1024 * 1024;

type BlockPart = Part & { readonly blockId: string };

type ListedBlock = { readonly place: "Latest" | "Uncommitted" | "Committed"; readonly blockId: string };

/** Put Block: a part of a blob, kept until a block list names it. */
export async function stageBlock(context: OperationContext, call: Call): Promise<Answer> {
  const { container, name } = requireAddress(context, call);
  const { store } = context;
  const blockId = call.query.get("blockid") ?? "";
  requireBlockId(blockId, store.blocks(container, name));
  const { contentId, size, md5 } = await store.files.receive(call.request);
  const answer = await keepOrForget(context, { contentId }, () => {
    if (size === 0) throw refusals.badHeader("content-length");
    if (header(call, "content-md5") !== undefined && header(call, "content-md5") !== md5) throw refusals.badMd5();
    return { status: 201, headers: { "content-md5": md5, "x-ms-request-server-encrypted": "true" } };
  });
  const replaced = store.blocks(container, name).find((block) => block.blockId === blockId);
  store.stageBlock(container, name, { blockId, contentId, size });
  if (replaced) await store.files.remove(replaced.contentId);
  return answer;
}

/**
 * Put Block List: the named blocks, in that order, become the blob. Blocks of the present blob can be named again, so a list that is
 * sent twice because the first answer was lost makes the same blob twice.
 */
export async function putBlockList(context: OperationContext, call: Call): Promise<Answer> {
  const { container, name } = requireAddress(context, call);
  const { store } = context;
  requireWanted(context, call);
  const wanted = parseBlockList(await readText(call));
  const staged = store.blocks(container, name);
  const parts = resolveBlocks(
    wanted,
    staged.map(toStagedPart),
    committedParts(store.versions.current(container, name)),
  );
  const joined = await store.files.join(parts);
  const answer = await keepOrForget(context, joined, () => {
    const blocks = parts.map(({ blockId, range }) => ({ blockId, size: range.to - range.from + 1 }));
    const version = commitVersion(context, call, { contentId: joined.contentId, size: joined.size, blocks });
    return { status: 201, headers: writtenHeaders(version) };
  });
  await Promise.all(staged.map((block) => store.files.remove(block.contentId)));
  return answer;
}

function requireBlockId(blockId: string, staged: readonly StagedBlock[]): void {
  const bytes = Buffer.from(blockId, "base64");
  const isBase64 = bytes.toString("base64") === blockId && bytes.length > 0 && bytes.length <= 64;
  if (!isBase64 || staged.some((block) => block.blockId.length !== blockId.length)) throw refusals.badBlockId();
}

function resolveBlocks(
  wanted: readonly ListedBlock[],
  staged: readonly BlockPart[],
  committed: readonly BlockPart[],
): readonly BlockPart[] {
  const places = { Uncommitted: staged, Committed: committed, Latest: [...staged, ...committed] };
  return wanted.map(({ place, blockId }) => {
    const found = places[place].find((part) => part.blockId === blockId);
    if (!found) throw refusals.badBlockList();
    return found;
  });
}

function toStagedPart({ blockId, contentId, size }: StagedBlock): BlockPart {
  return { blockId, contentId, range: { from: 0, to: size - 1 } };
}

function committedParts(present: BlobVersion | undefined): readonly BlockPart[] {
  let from = 0;
  return (present?.blocks ?? []).map(({ blockId, size }) => {
    const range = { from, to: from + size - 1 };
    from += size;
    return { blockId, contentId: present?.contentId ?? "", range };
  });
}

/** `<BlockList><Latest>id</Latest>...</BlockList>`. */
function parseBlockList(text: string): readonly ListedBlock[] {
  const list = /<BlockList>([\s\S]*)<\/BlockList>|<BlockList\s*\/>/.exec(text);
  if (!list) throw refusals.badXml();
  const entry = /\s*<(Latest|Uncommitted|Committed)>([A-Za-z0-9+/=]+)<\/\1>\s*/g;
  const inside = list[1] ?? "";
  if (inside.replace(entry, "").trim() !== "") throw refusals.badXml();
  // The expression above lets these three words through only.
  return [...inside.matchAll(entry)].map(([, place, blockId = ""]) => ({
    place: place as ListedBlock["place"],
    blockId,
  }));
}

async function readText(call: Call): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of call.request) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > largestListBytes) throw refusals.tooLarge();
  }
  return Buffer.concat(chunks).toString("utf8");
}

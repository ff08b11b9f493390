import type { StagedBlock } from "../store/open-store.ts";
import { type Call, header } from "../wire/call.ts";
import { refusals } from "../wire/storage-refusal.ts";
import { writtenHeaders } from "../wire/version-headers.ts";
import { type Answer, type OperationContext, requireAddress } from "./operation.ts";
import { commitVersion, keepOrForget, requireWanted } from "./put-blob.ts";

/** 50,000 blocks with ids of 64 bytes: https://learn.microsoft.com/rest/api/storageservices/put-block-list */
const largestListBytes = 8 * 1024 * 1024;

/** Put Block: a part of a blob, kept until a block list names it. */
export async function stageBlock(context: OperationContext, call: Call): Promise<Answer> {
  const { container, name } = requireAddress(context, call);
  const { store } = context;
  const blockId = call.query.get("blockid") ?? "";
  requireBlockId(blockId, store.blocks(container, name));
  const { contentId, size, md5 } = await store.files.receive(call.request);
  const answer = await keepOrForget(context, { contentId }, () => {
    if (header(call, "content-md5") !== undefined && header(call, "content-md5") !== md5) throw refusals.badMd5();
    return { status: 201, headers: { "content-md5": md5, "x-ms-request-server-encrypted": "true" } };
  });
  const replaced = store.blocks(container, name).find((block) => block.blockId === blockId);
  store.stageBlock(container, name, { blockId, contentId, size });
  if (replaced) await store.files.remove(replaced.contentId);
  return answer;
}

/** Put Block List: the named blocks, in that order, become the blob. Only blocks that are in no blob yet can be named. */
export async function putBlockList(context: OperationContext, call: Call): Promise<Answer> {
  const { container, name } = requireAddress(context, call);
  const { store } = context;
  requireWanted(context, call);
  const wanted = parseBlockList(await readText(call));
  const staged = store.blocks(container, name);
  const contentIds = wanted.map((blockId) => requireStaged(staged, blockId).contentId);
  const joined = await store.files.join(contentIds);
  const answer = await keepOrForget(context, joined, () => {
    const version = commitVersion(context, call, joined, undefined);
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

function requireStaged(staged: readonly StagedBlock[], blockId: string): StagedBlock {
  const found = staged.find((block) => block.blockId === blockId);
  if (!found) throw refusals.badBlockList();
  return found;
}

/** `<BlockList><Latest>id</Latest>...</BlockList>`; `Committed` names blocks of the present blob, which are not kept apart here. */
function parseBlockList(text: string): readonly string[] {
  const list = /<BlockList>([\s\S]*)<\/BlockList>|<BlockList\s*\/>/.exec(text);
  if (!list) throw refusals.badXml();
  const entry = /\s*<(Latest|Uncommitted)>([A-Za-z0-9+/=]+)<\/\1>\s*/g;
  const inside = list[1] ?? "";
  if (inside.replace(entry, "").trim() !== "") throw refusals.badBlockList();
  return [...inside.matchAll(entry)].map((match) => match[2] ?? "");
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

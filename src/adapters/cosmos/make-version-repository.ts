import type { Container } from "@azure/cosmos";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { type ObjectRef, type ObjectVersion, objectVersionSchema } from "../../domain/version/object-version.ts";
import type { VersionRepository } from "../../domain/version/repository.ts";
import { type VersionHead, versionHeadSchema } from "../../domain/version/version-head.ts";
import { chunksOf } from "../../domain/work/chunks-of.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { runBatch } from "./batch.ts";
import { batchesOf } from "./batches-of.ts";
import { parseDocument, readable } from "./document.ts";
import { inList } from "./in-list.ts";
import { queryAll, queryPage } from "./query-page.ts";
import { createDocument, readDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";
import { toWhere } from "./where.ts";

const schemaVersion = 1;
const headId = "versionHead";
const parseHead: (document: unknown) => VersionHead = parseDocument(versionHeadSchema, "versionHead");
const parseVersion = parseDocument(objectVersionSchema, "version");

const newestFirst = "ORDER BY c.at DESC, c.id DESC";
// With what the condition fixes in front, a composite index answers, and nothing of other objects is looked at:
// https://learn.microsoft.com/azure/cosmos-db/index-policy#queries-with-filters-and-order-by
const newestOfOneFirst = "ORDER BY c.objectId DESC, c.at DESC, c.id DESC";

const questionsAtOnce = 16;
// Values in the condition of one query.
const mostIn = 200;

/** Histories of one tenant's objects, beside the snapshots that they are derived from. */
export function makeVersionRepository(
  container: Container,
  { tenantId }: TenantScope,
  reportUnreadable: ReportUnreadable,
): VersionRepository {
  const readableVersion = readable(parseVersion, reportUnreadable);
  return {
    head: async () => {
      const found = await readDocument(container, tenantId, headId, parseHead);
      return found && { head: found.value, etag: found.etag };
    },
    keepHead: (head, etag) => keepHead(container, tenantId, head, etag),
    newestOf: async (objects) => {
      const found = await mapAtOnce(objects, questionsAtOnce, (object) => newestOf(container, tenantId, object));
      return found.flat();
    },
    withConfigurations: async (hashes) => {
      const chunks = chunksOf([...new Set(hashes)], mostIn).map((some) => {
        const { names, parameters } = inList(some);
        const query = `SELECT * FROM c WHERE c.kind = 'version' AND c.configurationHash IN (${names})`;
        return queryAll(container, tenantId, { query, parameters }, readableVersion);
      });
      return (await Promise.all(chunks)).flat();
    },
    add: async (versions) => {
      const documents = versions.map((version) => ({ ...version, tenantId, kind: "version", schemaVersion }));
      for (const batch of batchesOf(documents)) await createAll(container, tenantId, batch);
    },
    read: async (id) => {
      if (!id.startsWith("version-")) return undefined;
      return (await readDocument(container, tenantId, id, parseVersion))?.value;
    },
    list: ({ from, to, type, objectId, event, without = [] }, page) => {
      const { text, parameters } = toWhere([
        ["c.kind =", "version"],
        ["c.at >=", from],
        ["c.at <", to],
        ["c.type =", type],
        ["c.objectId =", objectId],
        ["c.event =", event],
      ]);
      for (const [index, object] of without.entries()) {
        parameters.push({ name: `@t${index}`, value: object.type }, { name: `@o${index}`, value: object.id });
      }
      const others = without.map((_, index) => ` AND NOT (c.type = @t${index} AND c.objectId = @o${index})`).join("");
      const order = objectId === undefined ? newestFirst : newestOfOneFirst;
      const query = `SELECT * FROM c WHERE ${text}${others} ${order}`;
      return queryPage(container, tenantId, { query, parameters }, page, readableVersion);
    },
  };
}

async function keepHead(
  container: Container,
  tenantId: string,
  head: VersionHead,
  etag: string | undefined,
): Promise<string | undefined> {
  const document = { ...head, id: headId, tenantId, kind: "versionHead", schemaVersion };
  const write = () =>
    etag === undefined
      ? container.items.create(document)
      : container.item(headId, tenantId).replace(document, { accessCondition: { type: "IfMatch", condition: etag } });
  const answer = await callCosmos<{ readonly etag: string }>(write, [409, 412]);
  return "value" in answer ? answer.value.etag : undefined;
}

/** All at once, or, where one is there already, each by itself. */
async function createAll(container: Container, tenantId: string, documents: readonly object[]): Promise<void> {
  // The SDK's JSONObject forbids undefined values; a version has none.
  const operations = documents.map(
    (document) => ({ operationType: "Create", resourceBody: document as never }) as const,
  );
  if ((await runBatch(container, tenantId, operations, [409])) === "done") return;
  for (const document of documents) await createDocument(container, document);
}

/** One question an object: however often one changed in all the years, its newest version costs the same. */
function newestOf(container: Container, tenantId: string, { type, objectId }: ObjectRef): Promise<ObjectVersion[]> {
  const { text, parameters } = toWhere([
    ["c.kind =", "version"],
    ["c.type =", type],
    ["c.objectId =", objectId],
  ]);
  const query = `SELECT TOP 1 * FROM c WHERE ${text} ${newestOfOneFirst}`;
  // What cannot be read decides nothing, so its object must not be decided without it.
  return queryAll(container, tenantId, { query, parameters }, parseVersion);
}

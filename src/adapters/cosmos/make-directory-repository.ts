import type { Container, OperationInput, SqlQuerySpec } from "@azure/cosmos";
import { z } from "zod";
import { digestOfGroup, type Group, groupSchema, toNameKey } from "../../domain/directory/group.ts";
import type {
  DirectoryRepository,
  DirectoryState,
  GroupWrite,
  KnownGroup,
  StoredGroup,
} from "../../domain/directory/repository.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { runBatch } from "./batch.ts";
import { batchesOf } from "./batches-of.ts";
import { parseDocument, readable } from "./document.ts";
import { queryAll, queryPage } from "./query-page.ts";
import { readDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";

// No group has it: a group's id is a guid.
const stateId = "state";
const schemaVersion = 1;

/** What is stored of a group that is kept for its name alone. */
type Lifetime = { readonly deletedGroupTtlSeconds: number };

/**
 * The groups of one tenant: a document each, by Graph's id, and one that says where the last reading ended. A deleted group
 * has no `nameKey`, so no search meets it, and goes away in time.
 */
export function makeDirectoryRepository(
  container: Container,
  { tenantId }: TenantScope,
  lifetime: Lifetime,
  reportUnreadable: ReportUnreadable,
): DirectoryRepository {
  const toStored = readable(parseStored, reportUnreadable);
  return {
    state: async () => (await readDocument(container, tenantId, stateId, parseState))?.value,
    keepState: async ({ link, asOf }) => {
      const document = { id: stateId, tenantId, kind: "directoryState", schemaVersion, link, asOf };
      await callCosmos(() => container.items.upsert(document));
    },
    known: async () => {
      const query = "SELECT c.id, c.digest, c.deletedAt, c._etag FROM c WHERE c.kind = 'group'";
      return new Map(await queryAll(container, tenantId, { query }, parseKnown));
    },
    groupsOf: async (ids) => {
      const stored = ids.length === 0 ? [] : await queryAll(container, tenantId, byIds(ids), toStored);
      return new Map(stored.map((each) => [each.group.id, each]));
    },
    write: (groups) => writeGroups(container, tenantId, groups, lifetime),
    list: ({ text }, page) => queryPage(container, tenantId, byName(text), page, (row) => toStored(row)?.group),
  };
}

function byIds(ids: readonly string[]): SqlQuerySpec {
  const parameters = ids.map((value, position) => ({ name: `@i${position}`, value }));
  const names = parameters.map(({ name }) => name).join(", ");
  return { query: `SELECT * FROM c WHERE c.id IN (${names}) AND c.kind = 'group'`, parameters };
}

// Sorts after whatever a name may go on with.
const last = "\u{10ffff}";

/** A range of the index of `nameKey`, which the order uses too; no document of another name is looked at. */
function byName(text: string | undefined): SqlQuerySpec {
  const from = toNameKey(text ?? "");
  const parameters = [
    { name: "@from", value: from },
    { name: "@to", value: from + last },
  ];
  return { query: "SELECT * FROM c WHERE c.nameKey >= @from AND c.nameKey < @to ORDER BY c.nameKey ASC", parameters };
}

const stateSchema = z.object({ link: z.string(), asOf: z.iso.datetime() });
const parseState: (document: unknown) => DirectoryState = parseDocument(stateSchema, "directoryState");

const versionSchema = z.looseObject({ _etag: z.string(), digest: z.string() });
// A group has a kind of its own, which is not that of its document.
const parseGroup = parseDocument(
  z.looseObject({ group: groupSchema }).transform(({ group }) => group),
  "group",
);

function parseStored(document: unknown): StoredGroup {
  const { _etag: version, digest } = versionSchema.parse(document);
  const group = parseGroup(document);
  return { group, digest, version, isDeleted: group.deletedAt !== null };
}

const knownSchema = versionSchema.extend({ id: z.string(), deletedAt: z.string().nullable() });

function parseKnown(row: unknown): [string, KnownGroup] {
  const { id, digest, deletedAt, _etag: version } = knownSchema.parse(row);
  return [id, { digest, version, isDeleted: deletedAt !== null }];
}

async function writeGroups(
  container: Container,
  tenantId: string,
  groups: readonly GroupWrite[],
  lifetime: Lifetime,
): Promise<void> {
  const operations = groups.map(({ group, version }) =>
    toOperation(toGroupDocument(tenantId, group, lifetime), version),
  );
  for (const batch of batchesOf(operations)) {
    const answer = await runBatch(container, tenantId, batch, [404, 409, 412]);
    if (answer === "done") continue;
    throw new Fault("conflict", "Somebody else wrote a group of the directory meanwhile.", { target: "directory" });
  }
}

function toOperation(document: { readonly id: string }, version: string | undefined): OperationInput {
  // The SDK's JSONObject forbids undefined values; a group has none.
  const resourceBody = document as never;
  if (version === undefined) return { operationType: "Create", resourceBody };
  return { operationType: "Replace", id: document.id, resourceBody, ifMatch: version };
}

function toGroupDocument(tenantId: string, group: Group, { deletedGroupTtlSeconds: ttl }: Lifetime) {
  const { id, deletedAt } = group;
  const found = deletedAt === null ? { nameKey: toNameKey(group.name) } : { ttl };
  return { id, tenantId, kind: "group", schemaVersion, digest: digestOfGroup(group), deletedAt, ...found, group };
}

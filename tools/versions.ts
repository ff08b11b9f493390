import { parseArgs } from "node:util";
import { AzureCliCredential } from "@azure/identity";
import { contracts } from "../config/graph-contracts/registry.ts";
import { blobDeadlineMs } from "../config/limits.ts";
import { retention } from "../config/retention.ts";
import storage from "../config/storage.json" with { type: "json" };
import { makeBlobContainer } from "../src/adapters/blobs/make-blob-container.ts";
import { makeSnapshotBlobs } from "../src/adapters/blobs/make-snapshot-blobs.ts";
import { makeCosmos } from "../src/adapters/cosmos/make-cosmos.ts";
import { makeSnapshotRepository } from "../src/adapters/cosmos/make-snapshot-repository.ts";
import { makeVersionRepository } from "../src/adapters/cosmos/make-version-repository.ts";
import { makeContractIndex } from "../src/domain/graph/contract-index.ts";
import { openTenantScope, tenantIdSchema } from "../src/domain/tenant-scope/tenant-scope.ts";
import { rebuildVersions } from "../src/use-cases/version/rebuild-versions.ts";

// npm run versions -- --tenant ID [--write]: derives the histories of a tenant's objects from its manifests, and says which
// versions are missing; with --write it adds them (docs/runbooks/lost-histories.md). Signs in as whoever the Azure CLI is,
// to the stores that COSMOS_ENDPOINT and BLOB_ENDPOINT name.

const { values } = parseArgs({ options: { tenant: { type: "string" }, write: { type: "boolean", default: false } } });
const { COSMOS_ENDPOINT, BLOB_ENDPOINT } = process.env;
const tenantId = tenantIdSchema.safeParse(values.tenant);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Damage and documents that cannot be read stop nothing, and are named. */
const tell = (found: object): void => print(`cannot be read: ${JSON.stringify(found)}`);

async function rebuild(cosmosEndpoint: string, blobEndpoint: string, id: NonNullable<typeof tenantId.data>) {
  const credential = new AzureCliCredential();
  const cosmos = makeCosmos({ endpoint: cosmosEndpoint, database: storage.database, credential });
  const how = { endpoint: blobEndpoint, container: "snapshots", credential, deadlineMs: blobDeadlineMs };
  const scope = openTenantScope(id, "run");
  const stores = {
    versions: makeVersionRepository(cosmos.snapshots, scope, tell),
    snapshots: makeSnapshotRepository(cosmos.snapshots, scope, retention, tell),
    blobs: makeSnapshotBlobs(makeBlobContainer(how), scope, tell),
  };
  const { contractOf } = makeContractIndex(contracts);
  try {
    const { derived, missing, others } = await rebuildVersions({ stores, contractOf });
    print(`${derived} versions by the manifests, ${missing.length} of them missing`);
    for (const other of others) print(`${other} is stored, and says something else than today's rules`);
    if (values.write) await stores.versions.add(missing);
    if (missing.length > 0) print(values.write ? "The missing ones were added." : "Nothing was written: say --write.");
  } finally {
    cosmos.dispose();
  }
}

if (COSMOS_ENDPOINT && BLOB_ENDPOINT && tenantId.success) await rebuild(COSMOS_ENDPOINT, BLOB_ENDPOINT, tenantId.data);
else {
  process.stderr.write("Say --tenant ID, and name the stores in COSMOS_ENDPOINT and BLOB_ENDPOINT.\n");
  process.exitCode = 1;
}

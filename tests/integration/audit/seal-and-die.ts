import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { blobDeadlineMs } from "../../../config/limits.ts";
import { makeBlobContainer } from "../../../src/adapters/blobs/make-blob-container.ts";
import { makeDigestStore } from "../../../src/adapters/blobs/make-digest-store.ts";
import { makeAuditRepository } from "../../../src/adapters/cosmos/make-audit-repository.ts";
import { makeCosmos } from "../../../src/adapters/cosmos/make-cosmos.ts";
import type { TenantStores } from "../../../src/domain/store/tenant-stores.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { sealEntries } from "../../../src/use-cases/audit/seal-entries.ts";

// A process of its own that seals a tenant's entries and kills itself at one of its calls to the stores; with 0 when there
// were fewer calls. The product knows nothing of it.

/** `before` is also after the call before it. `during`: once the request may be on its way, and before its answer. */
export const moments = ["before", "during"] as const;

const orderSchema = z.object({
  cosmos: z.object({ endpoint: z.string(), database: z.string(), token: z.string() }),
  blobs: z.object({ endpoint: z.string(), token: z.string() }),
  tenantId: tenantIdSchema,
  call: z.int(),
  moment: z.enum(moments),
});

export type SealingOrder = z.infer<typeof orderSchema>;

type Sealed = Pick<TenantStores, "audit" | "digests">;

const credentialOf = (token: string) => ({
  getToken: async () => ({ token, expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
});

function openStores({ cosmos, blobs, tenantId }: SealingOrder): Sealed {
  const scope = openTenantScope(tenantId, "aggregated");
  const { tenantData } = makeCosmos({ ...cosmos, credential: credentialOf(cosmos.token) });
  const how = { container: "audit", credential: credentialOf(blobs.token), deadlineMs: blobDeadlineMs };
  return {
    audit: makeAuditRepository(tenantData, scope, () => undefined),
    digests: makeDigestStore(makeBlobContainer({ endpoint: blobs.endpoint, ...how }), scope),
  };
}

function dying({ audit, digests }: Sealed, { call: last, moment }: SealingOrder): Sealed {
  let calls = 0;
  const at =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls += 1;
      if (calls < last) return call(...args);
      if (moment === "before") die();
      const answer = call(...args);
      if (moment === "during") for (let turn = 0; turn < turnsUntilSent; turn += 1) await nextTurn();
      answer.catch(() => undefined);
      return die();
    };
  return {
    audit: {
      ...audit,
      head: at(() => audit.head()),
      unsealed: at((...rest) => audit.unsealed(...rest)),
      seal: at((...rest) => audit.seal(...rest)),
    },
    digests: { create: at((...rest) => digests.create(...rest)), read: at((...rest) => digests.read(...rest)) },
  };
}

// The first call opens a connection, which takes longer; then it is killed while doing so.
const turnsUntilSent = 20;

function die(): never {
  process.kill(process.pid, "SIGKILL");
  throw new Error("A killed process does nothing more.");
}

const [order] = process.argv.slice(2);
if (order !== undefined) {
  const parsed = orderSchema.parse(JSON.parse(order));
  await sealEntries(dying(openStores(parsed), parsed));
  process.exit(0);
}

import { type Lease, type LeaseAnswer, leaseSchema } from "../../src/domain/operation-run/lease.ts";
import type { Client } from "./memory-client.ts";
import type { Partition, Write } from "./partition.ts";

const longAgo = new Date(0).toISOString();

/** Leases, as the port has them; one that was given up has ended long ago. */
export function leasesOf(client: Client, partition: Partition) {
  const write = (writes: readonly Write[]) => partition.write(client.sessionOf(partition), writes) === "done";
  return {
    acquire: (lease: Lease, now: string) =>
      client.call(`takes the lease ${lease.group}`, (): LeaseAnswer => {
        const id = `lease-${lease.group}`;
        const known = client.read(partition).get(id);
        const { holder, expiresAt } = known ? leaseSchema.parse(known) : { holder: "", expiresAt: longAgo };
        if (holder !== lease.holder && expiresAt > now) return { kind: "busy", until: expiresAt };
        const isTaken = write([
          known
            ? {
                does: "patch",
                id,
                fits: (document) => document["holder"] === holder && document["expiresAt"] === expiresAt,
                change: (document) => ({ ...document, ...lease }),
              }
            : { does: "create", document: { ...lease, id, kind: "lease" } },
        ]);
        return isTaken ? { kind: "held" } : { kind: "busy", until: lease.expiresAt };
      }),
    release: (group: string, holder: string) =>
      client.call(`gives the lease ${group} up`, () => {
        write([
          {
            does: "patch",
            id: `lease-${group}`,
            fits: (document) => document["holder"] === holder,
            change: (document) => ({ ...document, expiresAt: longAgo }),
          },
        ]);
      }),
  };
}

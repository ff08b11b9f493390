import { Fault } from "../../src/domain/error/fault.ts";
import { toTally } from "../../src/domain/fleet/fleet-counts.ts";
import type { Link, LinkState } from "../../src/domain/fleet/link.ts";
import { toLinks } from "../../tools/soak/runs/to-links.ts";
import type { Client } from "./memory-client.ts";
import type { Partition } from "./partition.ts";

const idOf = ({ parentRunId, childTenantId }: Link): string => `link-${parentRunId}-${childTenantId}`;

/** Links of fleet runs, as the port has them. */
export function linksOf(client: Client, partition: Partition) {
  const ofParent = (parentRunId: string): Link[] =>
    toLinks(client.read(partition).values()).filter((link) => link.parentRunId === parentRunId);
  const ended = new Set<Link["state"]>(["partially_succeeded", "failed", "cancelled", "skipped"]);
  return {
    selection: (parentRunId: string) =>
      client.call("reads the selection", () => {
        const found = client.read(partition).get(`selection-${parentRunId}`);
        if (!found) throw new Fault("conflict", "The selection is not visible yet.");
        return found["tenants"];
      }),
    linkedTenants: (parentRunId: string) =>
      client.call("reads who is linked", () => new Set(ofParent(parentRunId).map((link) => link.childTenantId))),
    create: (links: readonly Link[]) =>
      client.call(`links ${links.length} tenants`, () => {
        const writes = links.map(
          (link) => ({ does: "create", document: { ...link, id: idOf(link), kind: "link" } }) as const,
        );
        if (partition.write(client.sessionOf(partition), writes) !== "done") throw new Fault("conflict", "Linked.");
      }),
    inState: (parentRunId: string, state: LinkState, limit: number) =>
      client.call(`reads links that are ${state}`, () =>
        ofParent(parentRunId)
          .filter((link) => link.state === state)
          .slice(0, limit),
      ),
    active: () =>
      client.call("reads active links", () =>
        toLinks(client.read(partition).values()).filter(({ state }) => state === "active"),
      ),
    change: (link: Link, change: Partial<Link>) =>
      client.call(`link ${link.childTenantId.slice(0, 2)} of ${link.parentRunId.slice(-3)}: ${change.state}`, () => {
        partition.write(client.sessionOf(partition), [
          {
            does: "patch",
            id: idOf(link),
            fits: (document) => document["state"] === link.state,
            change: (document) => ({ ...document, ...change }),
          },
        ]);
      }),
    tally: (parentRunId: string) =>
      client.call("counts links", () => {
        const links = ofParent(parentRunId);
        return toTally((state) => links.filter((link) => link.state === state).length);
      }),
    reasons: (parentRunId: string) =>
      client.call("counts reasons", () => {
        const codes = ofParent(parentRunId).flatMap(({ state, code }) => (code && ended.has(state) ? [code] : []));
        return new Map([...Map.groupBy(codes, (code) => code)].map(([code, all]) => [code, all.length]));
      }),
  };
}

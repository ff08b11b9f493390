import { describe, expect, it } from "vitest";
import { blobOperations } from "../../../packages/embedded-azure/src/blobs/routes.ts";
import { cosmosOperations } from "../../../packages/embedded-azure/src/cosmos/operations.ts";
import { durableOperations } from "../../../packages/embedded-azure/src/durable/operations.ts";
import { entraOperations } from "../../../packages/embedded-azure/src/entra/operations.ts";
import { hostOperations } from "../../../packages/embedded-azure/src/host/operations.ts";
import { serviceBusOperations } from "../../../packages/embedded-azure/src/service-bus/operations.ts";
import { graphOperations } from "../../../packages/graph-simulator/src/operations.ts";
import { readSurface } from "../../builders/read-surface.ts";

describe("local/surface.md lists what a server carries out, and nothing else", () => {
  it.each<[string, readonly string[]]>([
    ["Cosmos DB", cosmosOperations],
    ["Service Bus", serviceBusOperations],
    ["Blobs", blobOperations],
    ["Entra", entraOperations],
    ["Graph", graphOperations],
    ["Functions host", hostOperations],
    ["Durable engine", durableOperations],
  ])("%s", (server, operations) => {
    const listed = readSurface(server).map(({ operation }) => operation);
    expect(listed).toEqual([...operations]);
  });
});

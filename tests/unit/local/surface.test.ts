import { describe, expect, it } from "vitest";
import { blobOperations } from "../../../local/blobs/routes.ts";
import { cosmosOperations } from "../../../local/cosmos/operations.ts";
import { durableOperations } from "../../../local/durable/operations.ts";
import { entraOperations } from "../../../local/entra/operations.ts";
import { graphOperations } from "../../../local/graph/operations.ts";
import { hostOperations } from "../../../local/host/operations.ts";
import { serviceBusOperations } from "../../../local/service-bus/operations.ts";
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

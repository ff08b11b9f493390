// A child process of the durability test. Arguments: data folder, account key (Base64). Prints the endpoint.
import { startBlobs } from "../../src/blobs/start-blobs.ts";

const [dir = "", key = ""] = process.argv.slice(2);
const server = await startBlobs({ dir, key, port: 0, account: "tenantpilot", provision: ["snapshots"] });
console.log(server.endpoint);

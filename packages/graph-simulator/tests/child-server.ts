import { startGraph } from "../src/start-graph.ts";
import { tenantId } from "./a-graph.ts";

const [dir] = process.argv.slice(2);
if (!dir) throw new Error("Give a folder.");
const server = await startGraph({ dir, port: 0, contracts: [] });
server.control.putTenant({ id: tenantId, name: "One" });
console.log(server.endpoint);

import { startServiceBus } from "../../src/service-bus/start-service-bus.ts";
import { config } from "./target.ts";

const [dir, key] = process.argv.slice(2);
if (!dir || !key) throw new Error("Give a folder and a key.");
const server = await startServiceBus({ dir, port: 0, plainPort: 0, key, config });
console.log(server.connectionString);

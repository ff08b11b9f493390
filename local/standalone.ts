import { runStandalone } from "@tenantpilot/embedded-azure/run-standalone";
import { standaloneServers } from "./stack/standalone-servers.ts";

// npm run -s local -- SERVER --port N --data DIR: one embedded server for anybody's tests, with the product's own facts.

await runStandalone(standaloneServers);

import { runAlone } from "@tenantpilot/embedded-azure/run-alone";
import { aloneServers } from "./stack/alone-servers.ts";

// npm run -s local -- SERVER --port N --data DIR: one embedded server for anybody's tests, with the product's own facts.

await runAlone(aloneServers);

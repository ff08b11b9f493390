import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { buildPackage } from "./build/build-package.ts";

// npm run build: dist/ holds exactly what is deployed. The bundle contains the API's description, so that is made first.

const dist = fileURLToPath(new URL("../dist", import.meta.url));

await import("./openapi.ts");
await rm(dist, { recursive: true, force: true });
await buildPackage(dist);

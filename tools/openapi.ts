import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { routes } from "../functions/http/routes.ts";
import { toOpenapi } from "./openapi/to-openapi.ts";

// Writes docs/api/openapi.json from the routes, and what the portal knows of them. The build does it too; tests fail when a
// file is not up to date.

const file = fileURLToPath(new URL("../docs/api/openapi.json", import.meta.url));
await writeFile(file, toOpenapi(routes));

// The portal is typed by it.
await import("./portal-api.ts");

import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { routes } from "../functions/http/routes.ts";
import { toOpenapi } from "./openapi/to-openapi.ts";

// Writes docs/api/openapi.json from the routes. The build does it too; a test fails when the file is not up to date.

const file = fileURLToPath(new URL("../docs/api/openapi.json", import.meta.url));
await writeFile(file, toOpenapi(routes));

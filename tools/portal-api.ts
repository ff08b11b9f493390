import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { toOperations } from "./portal/to-operations.ts";

// npm run portal:api, and the last step of npm run openapi: writes what the portal knows of the API. A test fails when the
// file is not up to date.

const description = new URL("../docs/api/openapi.json", import.meta.url);
const file = fileURLToPath(new URL("../web/src/api/operations.ts", import.meta.url));
await writeFile(file, toOperations(JSON.parse(await readFile(description, "utf8"))));

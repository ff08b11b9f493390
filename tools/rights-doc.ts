import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { toRightsDoc } from "./rights/to-rights-doc.ts";

// npm run docs:rights: writes docs/rights.md from the rights of roles. A test fails when the file is not up to date.

await writeFile(fileURLToPath(new URL("../docs/rights.md", import.meta.url)), toRightsDoc());

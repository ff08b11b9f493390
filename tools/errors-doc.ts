import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { toErrorsDoc } from "./errors/to-errors-doc.ts";

// npm run docs:errors: writes docs/errors.md from the table of codes. A test fails when the file is not up to date.

await writeFile(fileURLToPath(new URL("../docs/errors.md", import.meta.url)), toErrorsDoc());

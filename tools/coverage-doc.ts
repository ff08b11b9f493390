import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { toCoverageDoc } from "./coverage-page/to-coverage-doc.ts";

// npm run docs:coverage: writes docs/coverage.md from the registry. A test fails when the file is not up to date.

await writeFile(fileURLToPath(new URL("../docs/coverage.md", import.meta.url)), toCoverageDoc());

import { deepTests } from "../tools/tests/layers.ts";

/** Whether samples are as large as `npm run code-review` takes them; those of every day are smaller. */
export const isDeep = process.env[deepTests.name] === deepTests.value;

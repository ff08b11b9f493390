// npm run typecheck: the product and its tools, then the portal, which alone knows a document and a window.
import { packageCommand } from "./package-command.ts";
import { runCheck } from "./run-check.ts";

const script = packageCommand("typescript", "tsc");
const product = await runCheck({ name: "typecheck", script, args: ["--noEmit"] });
const portal = await runCheck({ name: "typecheck of the portal", script, args: ["--noEmit", "--project", "web"] });
process.exitCode = product && portal ? 0 : 1;

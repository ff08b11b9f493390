// npm run entra:setup -- --dry-run | --apply [--environment NAME] [--prune]: the registrations in your own directory that
// a deployment needs. Signs in as whoever the Azure CLI is.
import { fileURLToPath } from "node:url";
import { visibleText } from "../src/domain/text/visible-text.ts";
import { runSetupCommand } from "./entra/setup-command.ts";

process.exitCode = await runSetupCommand(process.argv.slice(2), {
  env: process.env,
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  print: (line) => void process.stdout.write(`${visibleText(line)}\n`),
  printError: (text) => void process.stderr.write(`${text.split("\n").map(visibleText).join("\n")}\n`),
});

// npm run entra:setup -- --dry-run | --apply [--environment NAME] [--prune]: the registrations in your own directory that
// a deployment needs. Signs in as whoever the Azure CLI is.
import { fileURLToPath } from "node:url";
import { runSetupCommand } from "./entra/setup-command.ts";

process.exitCode = await runSetupCommand(process.argv.slice(2), {
  env: process.env,
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  print: (line) => void process.stdout.write(`${line}\n`),
  printError: (line) => void process.stderr.write(`${line}\n`),
});

// Runs a program of this repository on the Node that it needs (`engines` in package.json), whatever Node npm itself runs on
// (`devEngines`).
//   node tools/launch.mjs FILE [arguments]                a file of this repository
//   node tools/launch.mjs bin:PACKAGE[:NAME] [arguments]  the command that an installed package brings
// Plain JavaScript that Node 20 can read: it is what an older Node runs before the right one takes over.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const oldest = engines.node.match(/\d+/g).map(Number);

function isNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** The Node that npm installed as an optional package for this machine, if there is one. */
function packagedNode() {
  const system = process.platform === "win32" ? "win" : process.platform;
  const binary = process.platform === "win32" ? "node.exe" : "node";
  const path = join(root, "node_modules", `node-${system}-${process.arch}`, "bin", binary);
  return existsSync(path) ? path : undefined;
}

/** `bin:@scope/package:name` -> the script behind that command. The package's name may hold a colon-free scope. */
function targetFile(target) {
  if (!target.startsWith("bin:")) return resolve(root, target);
  const [, name, command = name.split("/").at(-1)] = target.split(":");
  const folder = join(root, "node_modules", name);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const script = typeof bin === "string" ? bin : bin[command];
  return join(folder, script);
}

/** Loopback never goes through a proxy: the embedded servers listen there. */
function addLoopbackToNoProxy() {
  for (const key of ["NO_PROXY", "no_proxy"]) {
    const hosts = new Set((process.env[key] ?? "").split(",").filter(Boolean));
    for (const host of ["localhost", "127.0.0.1", "::1"]) hosts.add(host);
    process.env[key] = [...hosts].join(",");
  }
}

function runOn(node, file, args) {
  const watch = pathToFileURL(join(root, "tools", "end-with-parent.mjs")).href;
  const child = spawn(node, ["--import", watch, file, ...args], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`Node could not be started from ${node}: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const [target, ...args] = process.argv.slice(2);
if (!target) fail("Say which file to run: node tools/launch.mjs FILE [arguments]");
const file = targetFile(target);
addLoopbackToNoProxy();

if (isNewEnough()) {
  process.argv = [process.argv[0], file, ...args];
  await import(pathToFileURL(file).href);
} else {
  const node = packagedNode();
  if (node) runOn(node, file, args);
  else
    fail(
      `TenantPilot needs Node ${oldest.join(".")} or newer (this is ${process.versions.node}): install it from nodejs.org and try again.`,
    );
}

import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "./run-program.ts";

// Each platform has a package of its own with the same program in it.
const platforms: Record<string, string> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "darwin-x64": "osx-x64",
  "darwin-arm64": "osx-arm64",
  "win32-x64": "win-x64",
  "win32-arm64": "win-arm64",
};

/** The compiler that the committed snapshots were made with; another one may word them differently. */
export const bicepVersion = "0.47.16";

/** Where the restored compiler stands below `cache`, or undefined on a platform for which there is none. */
export function restoredBicep(cache: string): string | undefined {
  const platform = platforms[`${process.platform}-${process.arch}`];
  if (platform === undefined) return undefined;
  const binary = process.platform === "win32" ? "bicep.exe" : "bicep";
  return join(cache, packageName(platform).toLowerCase(), bicepVersion, "tools", binary);
}

/** Fetches the compiler's NuGet package (about 220 MB unpacked) into `cache`. Throws what the .NET SDK said. */
export async function restoreBicep(cache: string): Promise<void> {
  const platform = platforms[`${process.platform}-${process.arch}`];
  const bicep = restoredBicep(cache);
  if (platform === undefined || bicep === undefined) throw new Error("There is no bicep for this platform.");
  await mkdir(cache, { recursive: true });
  await writeFile(join(cache, "restore.csproj"), projectText(packageName(platform)));
  const restored = await runProgram("dotnet", ["restore", "restore.csproj", "--packages", "."], { cwd: cache });
  if (restored.code !== 0)
    throw new Error(`The .NET SDK could not restore bicep:\n${restored.stdout}${restored.stderr}`);
  await chmod(bicep, 0o755);
}

function packageName(platform: string): string {
  return `Azure.Bicep.CommandLine.${platform}`;
}

// PackageDownload fetches without referencing: the package holds a program, no library.
function projectText(name: string): string {
  return `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net8.0</TargetFramework>
    <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
  </PropertyGroup>
  <ItemGroup>
    <PackageDownload Include="${name}" Version="[${bicepVersion}]" />
  </ItemGroup>
</Project>
`;
}

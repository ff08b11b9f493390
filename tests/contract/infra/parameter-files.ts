import { readText } from "./predicted.ts";

/** Parameters of a .bicepparam file: name to the text of its value. */
export function parametersOf(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^param (\w+) = (.+)$/gm)].map(([, name = "", value = ""]) => [name, value]));
}

export function readParameters(name: string): Map<string, string> {
  return parametersOf(readText(`infra/${name}.bicepparam`));
}

/** `name dev prod` of every parameter whose values differ, sorted. The environment's own name always differs. */
export function differences(dev: Map<string, string>, prod: Map<string, string>): string[] {
  return [...new Set([...dev.keys(), ...prod.keys()])]
    .filter((name) => dev.get(name) !== prod.get(name) && name !== "environmentName")
    .map((name) => `${name} ${dev.get(name)} ${prod.get(name)}`)
    .sort();
}

/** What main.bicepparam must say so that it is dev or prod, and nothing else. */
export function chosen(dev: Map<string, string>, prod: Map<string, string>): Map<string, string> {
  return new Map(
    [...dev].map(([name, value]) => {
      const other = prod.get(name) ?? "missing";
      return [name, value === other || name === "environmentName" ? value : `isProd ? ${other} : ${value}`];
    }),
  );
}

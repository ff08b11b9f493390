const prefix = "azurefunctionsjobhost__";

type Json = { [key: string]: unknown };

/**
 * host.json with the app settings named `AzureFunctionsJobHost__extensions__durableTask__hubName` laid over it: each `__` is one level.
 * Names ignore case, values are read as JSON where they are JSON.
 */
export function withOverrides(hostJson: Json, env: Readonly<Record<string, string | undefined>>): Json {
  const settings = Object.entries(env).filter(([name]) => name.toLowerCase().startsWith(prefix));
  return settings.reduce(
    (json, [name, value]) => set(json, name.slice(prefix.length).split("__"), value ?? ""),
    hostJson,
  );
}

function set(json: Json, [first = "", ...rest]: readonly string[], value: string): Json {
  const key = Object.keys(json).find((known) => known.toLowerCase() === first.toLowerCase()) ?? first;
  if (rest.length === 0) return { ...json, [key]: parsed(value) };
  const below = json[key];
  const isObject = typeof below === "object" && below !== null;
  // What is an object in host.json has text keys.
  return { ...json, [key]: set(isObject ? (below as Json) : {}, rest, value) };
}

/** JSON where that loses nothing: a version such as 1.0 stays a text. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text.replaceAll(/\s/g, "") ? value : text;
  } catch {
    return text;
  }
}

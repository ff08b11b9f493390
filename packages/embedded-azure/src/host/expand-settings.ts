/** Replaces `%NAME%` by that app setting, as the host does in schedules and entity names; a missing one is an error. */
export function expandSettings(text: string, env: Readonly<Record<string, string | undefined>>): string {
  return text.replaceAll(/%([^%]+)%/g, (_, name: string) => {
    const value = env[name] ?? env[name.replaceAll(":", "__")];
    if (value === undefined) throw new Error(`"${text}" needs the setting ${name}, which is not set.`);
    return value;
  });
}

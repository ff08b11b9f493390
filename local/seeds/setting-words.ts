/** Words that names of the policy CSP are written together from. */
const vocabulary =
  "access account address active activities activity added advertising allow always app apps archive auto autofill avg " +
  "back background bar before behavior bluetooth browser build button calendar camera card catch cellular change " +
  "check cleaned clipboard cloud collection configuration configure connect connected connection connectivity " +
  "consent consumer contacts content context control cookies cortana cpu cross data days deadline defender defer " +
  "delivery detection developer device devices diacritics diagnostic direct disable discovery disk do download " +
  "drive drives dump email embedded enable enabled enabling encrypted end excluded experience experiences " +
  "experimentation extensions factor features feed feedback file files find flash font for frequently full group " +
  "hibernate hide home hotspots hours id idle in inactivity indexing info inprivate input install internet " +
  "interval ioav items jump lang language layout length let limit linking list lists load location lock log low " +
  "malware manager manual mapped max mb mdm menus metered microphone min mode monitoring mu my network no not " +
  "notifications off on onedrive optimization optional or over override overrides pages party password paths " +
  "pause pc people personalization phone pinning popups power prevent preview priority privacy processes " +
  "protection providers pua publish queries quick real reboot recent recently remote removable reset results " +
  "retain return run running samples scan scanning schedule screen script search sense service set settings " +
  "sharing shell show shutdown signature signatures signout simple sleep slideshow smartscreen space spotlight " +
  "start storage stores submit suggestions switch sync system tailored taskbar telemetry third tile time timezone " +
  "tips to tools track ui unenrollment up update upload usb use used user using ux vpn web wifi windows with " +
  "without wu";
const words = vocabulary.split(" ");
const abbreviations = /^(cpu|id|ioav|mb|mdm|mu|pc|pua|ui|usb|ux|vpn|wu)$/;

/** What most switches say, off first. */
export const onOff = [
  { en: "Disabled", de: "Deaktiviert" },
  { en: "Enabled", de: "Aktiviert" },
];
const allowed = [
  { en: "Not allowed", de: "Nicht zulässig" },
  { en: "Allowed", de: "Zulässig" },
];

/** What a name begins with, and what German puts behind it. */
const verbs: Readonly<Record<string, string>> = {
  allow: "zulassen",
  configure: "konfigurieren",
  disable: "deaktivieren",
  enable: "aktivieren",
  hide: "ausblenden",
  limit: "begrenzen",
  prevent: "verhindern",
  publish: "veröffentlichen",
  submit: "übermitteln",
  upload: "hochladen",
};

/** A name that is written together, such as `allowarchivescanning`, in words; and what a switch of that name says. */
export function toSettingWords(name: string) {
  const split = splitTogether(name).map((word) =>
    abbreviations.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1),
  );
  const [first = "", ...rest] = split;
  const behind = verbs[first.toLowerCase()];
  const en = split.join(" ");
  const de = behind && rest.length > 0 ? `${rest.join(" ")} ${behind}` : en;
  return { names: { en, de }, options: first === "Allow" ? allowed : onOff };
}

/** The fewest words that make up the name; the name itself where it has others. */
function splitTogether(name: string): readonly string[] {
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= name.length; end += 1) {
    for (const word of words) {
      const before = best[end - word.length];
      if (!before || !name.slice(0, end).endsWith(word)) continue;
      if (before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY)) best[end] = [...before, word];
    }
  }
  return best[name.length] ?? [name];
}

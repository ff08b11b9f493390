import { expect, it } from "vitest";
import { propertyWords } from "../../../config/words.ts";
import { nameOfOmaSetting, nameOfProperty } from "../../../src/domain/definition/name-of-property.ts";
import { nameOption, nameSetting } from "../../../src/domain/definition/named-setting.ts";

const defender = "device_vendor_msft_policy_config_defender_allowarchivescanning";
const known = {
  id: defender,
  name: "Allow Archive Scanning",
  category: "Defender",
  options: [{ id: `${defender}_1`, label: "Allowed" }],
};
const definitions = new Map([[defender, known]]);

it("a setting that Microsoft names has its words", () => {
  const named = nameSetting(definitions, defender);
  expect(named).toEqual({ ...known, isKnown: true });
  expect(nameOption(named, `${defender}_1`)).toBe("Allowed");
});

it.each([
  [defender, `Defender allowarchivescanning (${defender})`],
  ["com.apple.wifi.managed_password", "Managed password (com.apple.wifi.managed_password)"],
  [
    "vendor_firewallrules_{firewallrulename}",
    "Firewallrules firewallrulename (vendor_firewallrules_{firewallrulename})",
  ],
  [
    "deviceConfiguration--allowUSBDebugging",
    "Device Configuration allow USB Debugging (deviceConfiguration--allowUSBDebugging)",
  ],
  ["single", "single"],
  ["___", "___"],
])("a setting that nobody names is shown by the last parts of its id, and whole: %s", (id, name) => {
  expect(nameSetting(new Map(), id)).toMatchObject({ id, name, isKnown: false });
});

it("an option that nobody names is shown by what its id has beside that of its setting", () => {
  const named = nameSetting(definitions, defender);
  expect(nameOption(named, `${defender}_7`)).toBe("7");
  expect(nameOption(named, "another_1")).toBe("another_1");
});

it.each([
  ["bitLockerEncryptDevice", "BitLocker encrypt device"],
  ["passwordBlockSimple", "Password block simple"],
  ["iOSVersion", "iOS version"],
  ["allowUSBDebugging", "Allow USB debugging"],
  ["wiFiBlockAutomaticConnect", "Wi-Fi block automatic connect"],
  ["pinRequired", "PIN required"],
  ["toString", "To string"],
])("the name of a property is split into words: %s", (property, words) => {
  expect(nameOfProperty(propertyWords, property, "en")).toBe(words);
});

it("a property that reads badly has words of its own, in German too; without German ones it has the English", () => {
  expect(nameOfProperty(propertyWords, "gracePeriodHours", "en")).toBe("Grace period in hours");
  expect(nameOfProperty(propertyWords, "gracePeriodHours", "de")).toBe("Frist in Stunden");
  expect(nameOfProperty(propertyWords, "omaUri", "de")).toBe("OMA-URI");
  expect(nameOfProperty(propertyWords, "passwordBlockSimple", "de")).toBe("Password block simple");
});

it("a custom setting is named by its administrator and by its address", () => {
  expect(nameOfOmaSetting({ displayName: "Proxy", omaUri: "./Vendor/X" })).toBe("Proxy (./Vendor/X)");
  expect(nameOfOmaSetting({ displayName: null, omaUri: "./Vendor/X" })).toBe("./Vendor/X");
});

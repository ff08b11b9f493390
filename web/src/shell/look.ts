import { type Theme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useEffect, useState } from "react";

export type Look = "system" | "light" | "dark";

const storageKey = "look";
const systemIsDark = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");

/** The look that was chosen here. What is stored and unknown counts as the system's. */
export function chosenLook(): Look {
  const stored = localStorage.getItem(storageKey);
  return stored === "light" || stored === "dark" ? stored : "system";
}

export function storeLook(look: Look): void {
  localStorage.setItem(storageKey, look);
}

/** The theme of a look; it follows the system while the look does. Forced colours are the browser's own work. */
export function useTheme(look: Look): Theme {
  const [dark, setDark] = useState(() => systemIsDark().matches);
  useEffect(() => {
    const system = systemIsDark();
    const follow = (): void => setDark(system.matches);
    system.addEventListener("change", follow);
    return () => system.removeEventListener("change", follow);
  }, []);
  const isDark = look === "dark" || (look === "system" && dark);
  useEffect(() => {
    document.documentElement.style.colorScheme = isDark ? "dark" : "light";
  }, [isDark]);
  return isDark ? webDarkTheme : webLightTheme;
}

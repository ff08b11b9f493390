import { createContext, useContext } from "react";
import type { CallApi } from "./call-api.ts";

/** The tab's way to the API. Tests give their own. */
export const ApiContext = createContext<CallApi | undefined>(undefined);

export function useApi(): CallApi {
  const callApi = useContext(ApiContext);
  if (callApi === undefined) throw new Error("No API: a component stands outside ApiContext");
  return callApi;
}

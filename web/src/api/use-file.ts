import { useMutation } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import type { CallApi } from "./call-api.ts";
import { saveFile } from "./save-file.ts";

/** A download that a person asks for; `name` is what the file is called on their machine. */
export function useFile<Filters>(
  name: string,
  read: (callApi: CallApi, filters: Filters) => Promise<{ readonly body: Blob }>,
) {
  const callApi = useApi();
  return useMutation({
    mutationFn: async (filters: Filters) => saveFile((await read(callApi, filters)).body, name),
  });
}

export type DurableLinks = {
  /** Public address of the extension, `.../runtime/webhooks/durabletask`. */
  readonly baseUrl: string;
  /** Address for the SDK in this process; ends with a slash. */
  readonly rpcBaseUrl: string;
  readonly hubName: string;
  readonly code: string;
};

/** The addresses that a client hands out for an instance. */
export function toManagementUrls({ baseUrl, hubName, code }: DurableLinks, id: string): Record<string, string> {
  const query = `taskHub=${hubName}&connection=Storage&code=${code}`;
  const instance = `${baseUrl}/instances/${id}`;
  return {
    id,
    statusQueryGetUri: `${instance}?${query}`,
    sendEventPostUri: `${instance}/raiseEvent/{eventName}?${query}`,
    terminatePostUri: `${instance}/terminate?reason={text}&${query}`,
    rewindPostUri: `${instance}/rewind?reason={text}&${query}`,
    purgeHistoryDeleteUri: `${instance}?${query}`,
    restartPostUri: `${instance}/restart?${query}`,
    suspendPostUri: `${instance}/suspend?reason={text}&${query}`,
    resumePostUri: `${instance}/resume?reason={text}&${query}`,
  };
}

/** The value of a `durableClient` input binding. */
export function toClientBinding(links: DurableLinks): object {
  const { baseUrl, hubName, code, rpcBaseUrl } = links;
  const create = `${baseUrl}/orchestrators/{functionName}[/{instanceId}]`;
  const waiting = "timeout={timeoutInSeconds}&pollingInterval={intervalInSeconds}";
  return {
    taskHubName: hubName,
    connectionName: "Storage",
    creationUrls: {
      createNewInstancePostUri: `${create}?code=${code}`,
      createAndWaitOnNewInstancePostUri: `${create}?${waiting}&code=${code}`,
    },
    managementUrls: toManagementUrls(links, "INSTANCEID"),
    baseUrl,
    requiredQueryStringParameters: `code=${code}`,
    rpcBaseUrl,
  };
}

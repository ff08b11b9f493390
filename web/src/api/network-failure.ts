/** No answer came: the network, the API or the directory could not be reached. What was asked may still have been done. */
export class NetworkFailure extends Error {
  constructor(attempted: string, cause: unknown) {
    super(`No answer to ${attempted}`, { cause });
    this.name = "NetworkFailure";
  }
}

/** A request that the blob service answers with an error: `code` is what clients match on, and stands in header and body. */
export class StorageError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The codes of https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes that this server uses. */
export const storageErrors = {
  noAuthentication: () =>
    new StorageError(401, "NoAuthenticationInformation", "The request carries no authentication information."),
  badToken: () => new StorageError(401, "InvalidAuthenticationInfo", "The token is not valid for this service."),
  badSignature: () =>
    new StorageError(
      403,
      "AuthenticationFailed",
      "The value of the Authorization header is not formed correctly, or wrong.",
    ),
  noPermission: () =>
    new StorageError(
      403,
      "AuthorizationPermissionMismatch",
      "This request is not authorized to perform this operation using this permission.",
    ),
  unsupportedQuery: (name: string) =>
    new StorageError(400, "UnsupportedQueryParameter", `The query parameter '${name}' is not supported here.`),
  unsupportedHeader: (name: string) =>
    new StorageError(400, "UnsupportedHeader", `The header '${name}' is not supported for this request here.`),
  unsupportedVerb: (method: string) =>
    new StorageError(405, "UnsupportedHttpVerb", `${method} is not supported for this resource here.`),
  badHeader: (name: string) =>
    new StorageError(400, "InvalidHeaderValue", `The value of the header '${name}' is not in the correct format.`),
  badQuery: (name: string) =>
    new StorageError(400, "InvalidQueryParameterValue", `The value of the query parameter '${name}' is invalid.`),
  missingHeader: (name: string) =>
    new StorageError(400, "MissingRequiredHeader", `The header '${name}', which this request needs, is missing.`),
  unknownAccount: () => new StorageError(404, "ResourceNotFound", "The specified account does not exist."),
  badName: () => new StorageError(400, "InvalidResourceName", "The name holds characters that are not valid."),
  noContainer: () => new StorageError(404, "ContainerNotFound", "The specified container does not exist."),
  containerExists: () => new StorageError(409, "ContainerAlreadyExists", "The specified container already exists."),
  noBlob: () => new StorageError(404, "BlobNotFound", "The specified blob does not exist."),
  blobExists: () => new StorageError(409, "BlobAlreadyExists", "The specified blob already exists."),
  conditionNotMet: () =>
    new StorageError(412, "ConditionNotMet", "A condition given in a conditional header is not met."),
  notModified: () => new StorageError(304, "ConditionNotMet", "The blob is the one that the caller already has."),
  immutable: () =>
    new StorageError(
      409,
      "BlobImmutableDueToPolicy",
      "The operation is not permitted: a policy makes the blob immutable.",
    ),
  rootBlob: () =>
    new StorageError(
      403,
      "OperationNotAllowedOnRootBlob",
      "The current version can not be deleted by its version id: delete the blob without one.",
    ),
  badRange: () => new StorageError(416, "InvalidRange", "The range lies outside of the blob."),
  badMd5: () => new StorageError(400, "Md5Mismatch", "The MD5 value given does not match the one calculated here."),
};

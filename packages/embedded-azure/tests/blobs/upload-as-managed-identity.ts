// A child process of the managed identity test. Arguments: endpoint, client id, name. Uploads a blob as an app does in production.
import { ManagedIdentityCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const [endpoint = "", clientId = "", name = ""] = process.argv.slice(2);
const service = new BlobServiceClient(endpoint, new ManagedIdentityCredential({ clientId }));
await service.getContainerClient("snapshots").getBlockBlobClient(name).upload("by identity", 11);

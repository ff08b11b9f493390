// The identity of one app. It is the app's only credential.

param name string
param location string
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

output identity { resourceId: string, clientId: string, principalId: string } = {
  resourceId: identity.id
  clientId: identity.properties.clientId
  principalId: identity.properties.principalId
}

// One Function app on its own Flex Consumption plan (a plan takes one app), from the package that both apps share.

import { Identity, Scale } from '../types.bicep'
import { HostStorage } from 'host-storage.bicep'

param name string
param planName string
param location string

@description('azd finds the app of a service by the tag azd-service-name.')
param tags object

param identity Identity
param hostStorage HostStorage
param insightsConnectionString string
param scale Scale
param nodeVersion '22' | '24'
param zoneRedundant bool

@description('Subnet for outgoing traffic; empty: none.')
param subnetResourceId string

@description('Callers come from the internet. Without them the app answers nobody; its own triggers need no door.')
param hasCallers bool

@description('Settings of this app, besides those that every Function app needs.')
param appSettings { *: string }

// What the host needs to sign in with the app's identity, and nothing that is secret. Addresses and not the account's name:
// some clients make the public cloud's address of a name (docs/reference/azure.md).
var hostSettings = {
  AzureWebJobsStorage__blobServiceUri: hostStorage.endpoints.blob
  AzureWebJobsStorage__queueServiceUri: hostStorage.endpoints.queue
  AzureWebJobsStorage__tableServiceUri: hostStorage.endpoints.table
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.clientId
  // The host's own page at / tells of the platform, and nobody of this product.
  AzureWebJobsDisableHomepage: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.clientId};Authorization=AAD'
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.resourceId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    clientAffinityEnabled: false
    virtualNetworkSubnetId: empty(subnetResourceId) ? null : subnetResourceId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: hostStorage.packageUrl
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.resourceId }
        }
      }
      runtime: { name: 'node', version: nodeVersion }
      scaleAndConcurrency: {
        maximumInstanceCount: scale.maximumInstanceCount
        instanceMemoryMB: scale.instanceMemoryMB
        alwaysReady: filter(scale.alwaysReady, each => each.instanceCount > 0)
      }
    }
    // Flex Consumption refuses ftpsState, even as null: error 51021.
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ipSecurityRestrictionsDefaultAction: hasCallers ? 'Allow' : 'Deny'
      remoteDebuggingEnabled: false
      appSettings: map(items(union(hostSettings, appSettings)), entry => { name: entry.key, value: entry.value })
    }
  }
}

// No password opens the place of deployments either.
resource scmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'

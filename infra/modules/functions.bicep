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

@description('Settings of this app, besides those that every Function app needs.')
param appSettings { *: string }

// What the host needs to sign in with the app's identity, and nothing that is secret.
var hostSettings = {
  AzureWebJobsStorage__accountName: hostStorage.accountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.clientId
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
        alwaysReady: scale.alwaysReadyInstances == 0
          ? []
          : [{ name: scale.alwaysReadyGroup, instanceCount: scale.alwaysReadyInstances }]
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      remoteDebuggingEnabled: false
      appSettings: map(items(union(hostSettings, appSettings)), entry => { name: entry.key, value: entry.value })
    }
  }
}

// No password opens the deployment surfaces either.
resource ftpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource scmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'

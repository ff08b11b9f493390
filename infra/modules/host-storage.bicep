// An account for the host of each app. None accepts a shared key.

import { grantsOn, PrincipalIds } from '../types.bicep'

param accountNames { http: string, worker: string }
param location string
param tags object
param principalIds PrincipalIds

@description('What is in them can be made again.')
param skuName 'Standard_LRS' | 'Standard_ZRS'

param publicNetworkAccess 'Enabled' | 'Disabled'

@description('The Durable back end keeps queues and tables in the worker\'s host account. A table has every host, for its own events.')
param durableOnStorage bool

var roleIds = loadJsonContent('../role-ids.json')
var hostGrants = filter(
  grantsOn(loadJsonContent('../host-roles.json'), 'host'),
  grant => durableOnStorage || grant.role != 'Storage Queue Data Contributor'
)

var networkRules = { defaultAction: publicNetworkAccess == 'Disabled' ? 'Deny' : 'Allow', bypass: 'None' }

resource hostAccounts 'Microsoft.Storage/storageAccounts@2024-01-01' = [
  for part in ['http', 'worker']: {
    name: accountNames[part]
    location: location
    tags: tags
    kind: 'StorageV2'
    sku: { name: skuName }
    properties: {
      accessTier: 'Hot'
      allowBlobPublicAccess: false
      allowCrossTenantReplication: false
      allowSharedKeyAccess: false
      defaultToOAuthAuthentication: true
      minimumTlsVersion: 'TLS1_2'
      supportsHttpsTrafficOnly: true
      publicNetworkAccess: publicNetworkAccess
      networkAcls: networkRules
    }
  }
]

resource hostBlobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = [
  for index in range(0, 2): {
    parent: hostAccounts[index]
    name: 'default'
  }
]

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for index in range(0, 2): {
    parent: hostBlobs[index]
    name: 'package'
    properties: { publicAccess: 'None' }
  }
]

resource hostAssignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for grant in hostGrants: {
    name: guid(accountNames[grant.identity], principalIds[grant.identity], grant.role)
    scope: hostAccounts[grant.identity == 'http' ? 0 : 1]
    properties: {
      description: '${grant.identity}: ${grant.role}'
      principalId: principalIds[grant.identity]
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[grant.role])
    }
  }
]

output hosts { http: HostStorage, worker: HostStorage } = {
  http: {
    endpoints: {
      blob: hostAccounts[0].properties.primaryEndpoints.blob
      queue: hostAccounts[0].properties.primaryEndpoints.queue
      table: hostAccounts[0].properties.primaryEndpoints.table
    }
    resourceId: hostAccounts[0].id
    packageUrl: '${hostAccounts[0].properties.primaryEndpoints.blob}${packages[0].name}'
  }
  worker: {
    endpoints: {
      blob: hostAccounts[1].properties.primaryEndpoints.blob
      queue: hostAccounts[1].properties.primaryEndpoints.queue
      table: hostAccounts[1].properties.primaryEndpoints.table
    }
    resourceId: hostAccounts[1].id
    packageUrl: '${hostAccounts[1].properties.primaryEndpoints.blob}${packages[1].name}'
  }
}

@export()
@description('What an app knows of its host\'s account.')
type HostStorage = {
  endpoints: { blob: string, queue: string, table: string }
  resourceId: string
  @description('The container that holds the package that runs.')
  packageUrl: string
}

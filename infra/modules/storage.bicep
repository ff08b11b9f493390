// Two kinds of accounts: one per app for its host, one for snapshots. None accepts a shared key.

import { grantsOn, PrincipalIds } from '../types.bicep'

param hostAccountNames { http: string, worker: string }
param snapshotAccountName string
param location string
param tags object
param principalIds PrincipalIds

@description('Replication of snapshots. RAGZRS keeps a copy in the paired region.')
param snapshotSkuName 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_RAGZRS'

@description('Replication of the hosts\' accounts; what is in them can be made again.')
param hostSkuName 'Standard_LRS' | 'Standard_ZRS'

@description('Days for which a version of a blob can be neither changed nor deleted.')
@minValue(1)
@maxValue(146000)
param immutabilityPeriodInDays int

@description('Locked can never be shortened or taken back. An account is created with Unlocked; a later deployment locks.')
param immutabilityState 'Unlocked' | 'Locked'

param publicNetworkAccess 'Enabled' | 'Disabled'

@description('The Durable back end keeps queues and tables in the worker\'s host account.')
param durableOnStorage bool

var access = loadJsonContent('../../config/access.json')
var roleIds = loadJsonContent('../role-ids.json')
var snapshotGrants = grantsOn(access.identities, 'blobs/snapshots')
var hostGrants = filter(
  grantsOn(loadJsonContent('../host-roles.json'), 'host'),
  grant => durableOnStorage || startsWith(grant.role, 'Storage Blob')
)

var networkRules = { defaultAction: publicNetworkAccess == 'Disabled' ? 'Deny' : 'Allow', bypass: 'None' }

resource hostAccounts 'Microsoft.Storage/storageAccounts@2024-01-01' = [
  for part in ['http', 'worker']: {
    name: hostAccountNames[part]
    location: location
    tags: tags
    kind: 'StorageV2'
    sku: { name: hostSkuName }
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
    name: guid(hostAccountNames[grant.identity], principalIds[grant.identity], grant.role)
    scope: hostAccounts[grant.identity == 'http' ? 0 : 1]
    properties: {
      description: '${grant.identity}: ${grant.role}'
      principalId: principalIds[grant.identity]
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[grant.role])
    }
  }
]

resource snapshotAccount 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: snapshotAccountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: snapshotSkuName }
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
    // Only the account's policy can be locked by a deployment; a container's is locked by an action.
    immutableStorageWithVersioning: {
      enabled: true
      immutabilityPolicy: {
        immutabilityPeriodSinceCreationInDays: immutabilityPeriodInDays
        allowProtectedAppendWrites: false
        state: immutabilityState
      }
    }
  }
}

resource snapshotBlobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: snapshotAccount
  name: 'default'
  properties: { isVersioningEnabled: true }
}

resource snapshots 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: snapshotBlobs
  name: 'snapshots'
  properties: {
    publicAccess: 'None'
    immutableStorageWithVersioning: { enabled: true }
  }
}

var blobActions = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs'

// Contributor may delete, Owner may set policies as well: the writer of snapshots needs neither.
resource snapshotWriter 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'TenantPilot Snapshot Writer')
  properties: {
    // A role's name is unique in a directory; the group's name keeps environments apart.
    roleName: 'TenantPilot Snapshot Writer (${resourceGroup().name})'
    description: 'Reads and writes blobs. Deletes none, and sets no immutability policy.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        dataActions: ['${blobActions}/read', '${blobActions}/write', '${blobActions}/add/action']
      }
    ]
  }
}

// Assigned to nobody: whoever ends a customer's contract takes it for that hour (docs/runbooks/offboard-a-tenant.md).
resource snapshotRetention 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'TenantPilot Snapshot Retention')
  properties: {
    roleName: 'TenantPilot Snapshot Retention (${resourceGroup().name})'
    description: 'Reads blobs, extends their protection, and deletes versions whose protection has ended.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        dataActions: [
          '${blobActions}/read'
          '${blobActions}/delete'
          '${blobActions}/deleteBlobVersion/action'
          '${blobActions}/immutableStorage/runAsSuperUser/action'
        ]
      }
    ]
  }
}

resource snapshotAssignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for grant in snapshotGrants: {
    name: guid(snapshots.id, principalIds[grant.identity], grant.role)
    scope: snapshots
    properties: {
      description: '${grant.identity}: ${grant.role}'
      principalId: principalIds[grant.identity]
      principalType: 'ServicePrincipal'
      roleDefinitionId: grant.role == 'TenantPilot Snapshot Writer'
        ? snapshotWriter.id
        : subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[grant.role])
    }
  }
]

output snapshotResourceId string = snapshotAccount.id
output snapshotBlobEndpoint string = snapshotAccount.properties.primaryEndpoints.blob
output hosts { http: HostStorage, worker: HostStorage } = {
  http: {
    accountName: hostAccounts[0].name
    resourceId: hostAccounts[0].id
    packageUrl: '${hostAccounts[0].properties.primaryEndpoints.blob}${packages[0].name}'
  }
  worker: {
    accountName: hostAccounts[1].name
    resourceId: hostAccounts[1].id
    packageUrl: '${hostAccounts[1].properties.primaryEndpoints.blob}${packages[1].name}'
  }
}

@export()
@description('What an app knows of its host\'s account.')
type HostStorage = {
  accountName: string
  resourceId: string
  @description('The container that holds the package that runs.')
  packageUrl: string
}

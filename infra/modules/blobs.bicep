// Blobs of the product, in two accounts: one protects what is sealed, one deletes by age what is transient. Neither accepts
// a shared key.

import { grantsOn, PrincipalIds } from '../types.bicep'

@description('Tells environments apart, in what has to be unique in a directory.')
param token string

param snapshotAccountName string
param transientAccountName string
param location string
param tags object
param principalIds PrincipalIds

@description('Replication of snapshots. RAGZRS keeps a copy in the paired region.')
param snapshotSkuName 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_RAGZRS'

@description('Replication of what is transient; a run that loses it is tried again.')
param transientSkuName 'Standard_LRS' | 'Standard_ZRS'

@description('Days for which a version of a blob can be neither changed nor deleted.')
@minValue(1)
@maxValue(146000)
param immutabilityPeriodInDays int

@description('Locked can never be shortened or taken back. An account is created with Unlocked; a later deployment locks.')
param immutabilityState 'Unlocked' | 'Locked'

param publicNetworkAccess 'Enabled' | 'Disabled'

var containers = loadJsonContent('../../config/blobs.json')
var access = loadJsonContent('../../config/access.json')
var roleIds = loadJsonContent('../role-ids.json')
var snapshotGrants = flatten(map(
  range(0, length(containers.snapshots)),
  index =>
    map(
      grantsOn(access.identities, 'blobs/${containers.snapshots[index].name}'),
      grant => { index: index, grant: grant }
    )
))
var transientGrants = flatten(map(
  range(0, length(containers.transient)),
  index =>
    map(
      grantsOn(access.identities, 'blobs/${containers.transient[index].name}'),
      grant => { index: index, grant: grant }
    )
))

var networkRules = { defaultAction: publicNetworkAccess == 'Disabled' ? 'Deny' : 'Allow', bypass: 'None' }

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

// Snapshots, and the digests of the audit.
resource snapshotContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for container in containers.snapshots: {
    parent: snapshotBlobs
    name: container.name
    properties: {
      publicAccess: 'None'
      immutableStorageWithVersioning: { enabled: true }
    }
  }
]

resource transientAccount 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: transientAccountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: transientSkuName }
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

// Neither versions nor deleted blobs stay: what a rule deletes is gone.
resource transientBlobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: transientAccount
  name: 'default'
  properties: { isVersioningEnabled: false, deleteRetentionPolicy: { enabled: false } }
}

resource transientContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for container in containers.transient: {
    parent: transientBlobs
    name: container.name
    properties: { publicAccess: 'None' }
  }
]

// So that no identity deletes.
resource ageRules 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: transientAccount
  name: 'default'
  properties: {
    policy: {
      rules: map(containers.transient, container => {
        name: container.name
        enabled: true
        type: 'Lifecycle'
        definition: {
          filters: { blobTypes: ['blockBlob'], prefixMatch: ['${container.name}/'] }
          actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: container.keptDays } } }
        }
      })
    }
  }
  dependsOn: [transientBlobs]
}

var blobActions = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs'

// Contributor may delete, Owner may set policies as well: the writer of snapshots needs neither.
resource snapshotWriter 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'TenantPilot Snapshot Writer')
  properties: {
    // A role's name is unique in a directory, where two subscriptions may have groups of one name.
    roleName: 'TenantPilot Snapshot Writer (${resourceGroup().name}, ${token})'
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
    roleName: 'TenantPilot Snapshot Retention (${resourceGroup().name}, ${token})'
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
  for each in snapshotGrants: {
    name: guid(snapshotContainers[each.index].id, principalIds[each.grant.identity], each.grant.role)
    scope: snapshotContainers[each.index]
    properties: {
      description: '${each.grant.identity}: ${each.grant.role}'
      principalId: principalIds[each.grant.identity]
      principalType: 'ServicePrincipal'
      roleDefinitionId: each.grant.role == 'TenantPilot Snapshot Writer'
        ? snapshotWriter.id
        : subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[each.grant.role])
    }
  }
]

resource transientAssignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for each in transientGrants: {
    name: guid(transientContainers[each.index].id, principalIds[each.grant.identity], each.grant.role)
    scope: transientContainers[each.index]
    properties: {
      description: '${each.grant.identity}: ${each.grant.role}'
      principalId: principalIds[each.grant.identity]
      principalType: 'ServicePrincipal'
      roleDefinitionId: each.grant.role == 'TenantPilot Snapshot Writer'
        ? snapshotWriter.id
        : subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[each.grant.role])
    }
  }
]

output snapshotResourceId string = snapshotAccount.id
output snapshotBlobEndpoint string = snapshotAccount.properties.primaryEndpoints.blob
output transientResourceId string = transientAccount.id
output transientBlobEndpoint string = transientAccount.properties.primaryEndpoints.blob

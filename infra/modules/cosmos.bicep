// Database and containers, as config/storage.json declares them for the code and the local server.

import { grantsOn, PrincipalIds } from '../types.bicep'

param name string
param location string
param tags object
param principalIds PrincipalIds

@description('serverless: pay per request, one region. autoscale: pay for capacity.')
param capacity 'serverless' | 'autoscale'

@description('Request units a second that autoscale may reach; it falls to a tenth. All containers share them.')
@minValue(1000)
param autoscaleMaxThroughput int

@description('A second region that can take over; empty: none. Writes stay in one region (ADR 0002).')
param secondLocation string

param zoneRedundant bool
param continuousBackupTier 'Continuous7Days' | 'Continuous30Days'
param publicNetworkAccess 'Enabled' | 'Disabled'

var storage = loadJsonContent('../../config/storage.json')
var access = loadJsonContent('../../config/access.json')
var grants = grantsOn(access.identities, 'cosmos')

// Data rights of Cosmos DB are its own roles, not Azure's; this one cannot create databases or containers.
var dataRoleIds = { 'Cosmos DB Built-in Data Contributor': '00000000-0000-0000-0000-000000000002' }

var regions = concat([location], empty(secondLocation) ? [] : [secondLocation])

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-04-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: publicNetworkAccess
    enableMultipleWriteLocations: false
    enableAutomaticFailover: length(regions) > 1
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    capabilities: capacity == 'serverless' ? [{ name: 'EnableServerless' }] : []
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: continuousBackupTier } }
    locations: [
      for (region, priority) in regions: {
        locationName: region
        failoverPriority: priority
        isZoneRedundant: zoneRedundant
      }
    ]
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-04-15' = {
  parent: account
  name: storage.database
  properties: {
    resource: { id: storage.database }
    // A serverless account refuses any throughput setting.
    options: capacity == 'serverless' ? {} : { autoscaleSettings: { maxThroughput: autoscaleMaxThroughput } }
  }
}

// What is written to an account at once waits for one lock, and some of it fails with 412: one after another.
@batchSize(1)
resource containers 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-04-15' = [
  for container in storage.containers: {
    parent: database
    name: container.name
    properties: {
      resource: {
        id: container.name
        partitionKey: { kind: 'Hash', version: 2, paths: [container.partitionKey] }
        uniqueKeyPolicy: { uniqueKeys: map(container.uniqueKeys, paths => { paths: paths }) }
        defaultTtl: container.defaultTtl
        indexingPolicy: {
          indexingMode: 'consistent'
          automatic: true
          includedPaths: [{ path: '/*' }]
          excludedPaths: [{ path: '/"_etag"/?' }]
          compositeIndexes: container.compositeIndexes
        }
      }
    }
  }
]

@batchSize(1)
resource assignments 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = [
  for grant in grants: {
    parent: account
    name: guid(database.id, principalIds[grant.identity], grant.role)
    properties: {
      principalId: principalIds[grant.identity]
      roleDefinitionId: resourceId(
        'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions',
        account.name,
        dataRoleIds[grant.role]
      )
      scope: '${account.id}/dbs/${database.name}'
    }
    dependsOn: [containers]
  }
]

output resourceId string = account.id
output endpoint string = account.properties.documentEndpoint
output databaseName string = database.name

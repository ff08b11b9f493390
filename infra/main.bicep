// What is deployed, as the picture in README.md shows it: two apps with an identity each, and what they stand on.

targetScope = 'subscription'

import { toNames } from 'names.bicep'
import { Scale } from 'types.bicep'

@description('Names the environment in everything that people read, for example dev or prod.')
@minLength(2)
@maxLength(20)
param environmentName string

@description('Region of everything that has one.')
@minLength(1)
param location string

// Who may call, and where people look.

@description('Audience of the access tokens that callers present.')
@minLength(1)
param apiAudience string

@description('Home tenants of callers, separated by commas.')
@minLength(36)
param allowedTenants string

@description('Home tenants whose tokens may carry platform roles, separated by commas; empty is the first of allowedTenants.')
param platformTenants string

@description('Where people look at runs; links in answers start with it.')
@minLength(1)
param portalUrl string

@description('The portal\'s registration; empty: the API works, and there is no portal.')
param portalAppId string

@description('Where the customer tenants live. The deployment belongs into the Azure cloud of the same sign-in.')
param cloud 'global' | 'us_gov_l4' | 'us_gov_l5' | 'china'

@description('Application that reads customer tenants. Its credential is the worker\'s identity.')
@minLength(1)
param graphReadAppId string

@description('Application that writes to customer tenants; empty until writing is wanted.')
param graphWriteAppId string

@description('Customer tenant whose Graph is asked for the names of settings; empty: the active one that is oldest in the product.')
param definitionsTenant string

// What it costs and what it withstands: README.md says what each value buys.

param cosmosCapacity 'serverless' | 'autoscale'
param cosmosAutoscaleMaxThroughput int

@description('Second region of the database; empty: none.')
param cosmosSecondLocation string

param cosmosBackupTier 'Continuous7Days' | 'Continuous30Days'
param snapshotSkuName 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_RAGZRS'
param snapshotImmutabilityDays int
param snapshotImmutabilityState 'Unlocked' | 'Locked'
param durableBackend 'scheduler' | 'storage'
param zoneRedundant bool

@description('Data is reached by private addresses only. Needs Service Bus Premium.')
param networkIsolation bool

param nodeVersion '22' | '24'

@description('Instances of the http app that never sleep. With zone redundancy 0, or 2 and more.')
@minValue(0)
param httpAlwaysReady int

@description('Instances of the worker that never sleep, for each of what begins a run and what carries it on.')
@minValue(0)
param workerAlwaysReady int

param logRetentionDays int
param logDailyQuotaGb int
param logSamplingPercentage int

@description('Who is told when something is wrong.')
@minLength(1)
param alertEmail string

param runbooksUrl string
param monthlyBudget int
param budgetStartDate string

var names = toNames(environmentName, uniqueString(subscription().subscriptionId, environmentName, location))
var tags = { 'azd-env-name': environmentName, application: 'tenantpilot' }
var publicNetworkAccess = networkIsolation ? 'Disabled' : 'Enabled'
// Of what can be made again: a region's loss is survived without it.
var localSkuName = zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'

// The count is per function group. http has one group: 40 instances, and the always-ready ones on top.
var httpScale Scale = {
  maximumInstanceCount: 40
  instanceMemoryMB: 2048
  alwaysReady: [{ name: 'http', instanceCount: httpAlwaysReady }]
}

// The worker has three groups that scale: durable, operations, operationsDeadLetter; a timer runs on one instance. 40 is
// the smallest maximum that Flex Consumption accepts. Both apps together stay below a region's 250 cores (README.md).
// A lease lets one activity at a time read a service group of a tenant, so more instances serve more tenants, and never
// exceed one tenant's limit of 1,000 requests in 20 s.
var workerScale Scale = {
  maximumInstanceCount: 40
  instanceMemoryMB: 2048
  alwaysReady: map(['durable', 'function:operations'], name => { name: name, instanceCount: workerAlwaysReady })
}

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: names.resourceGroup
  location: location
  tags: tags
}

// Who the apps are.

module httpIdentity 'modules/identity.bicep' = {
  scope: group
  params: { name: names.http.identity, location: location, tags: tags }
}

module workerIdentity 'modules/identity.bicep' = {
  scope: group
  params: { name: names.worker.identity, location: location, tags: tags }
}

var principalIds = {
  http: httpIdentity.outputs.identity.principalId
  worker: workerIdentity.outputs.identity.principalId
}

// What they stand on. Each module states who may open what it holds.

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: names.workspace
    insightsName: names.insights
    workbookName: names.workbook
    location: location
    tags: tags
    principalIds: principalIds
    retentionInDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
    samplingPercentage: logSamplingPercentage
  }
}

module cosmos 'modules/cosmos.bicep' = {
  scope: group
  params: {
    name: names.cosmos
    location: location
    tags: tags
    principalIds: principalIds
    capacity: cosmosCapacity
    autoscaleMaxThroughput: cosmosAutoscaleMaxThroughput
    secondLocation: cosmosSecondLocation
    zoneRedundant: zoneRedundant
    continuousBackupTier: cosmosBackupTier
    publicNetworkAccess: publicNetworkAccess
  }
}

module serviceBus 'modules/service-bus.bicep' = {
  scope: group
  params: {
    name: names.serviceBus
    location: location
    tags: tags
    principalIds: principalIds
    skuName: networkIsolation ? 'Premium' : 'Standard'
    publicNetworkAccess: publicNetworkAccess
  }
}

module blobs 'modules/blobs.bicep' = {
  scope: group
  params: {
    token: names.token
    snapshotAccountName: names.snapshotAccount
    transientAccountName: names.transientAccount
    location: location
    tags: tags
    principalIds: principalIds
    snapshotSkuName: snapshotSkuName
    transientSkuName: localSkuName
    immutabilityPeriodInDays: snapshotImmutabilityDays
    immutabilityState: snapshotImmutabilityState
    publicNetworkAccess: publicNetworkAccess
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  scope: group
  params: {
    accountNames: { http: names.http.hostAccount, worker: names.worker.hostAccount }
    location: location
    tags: tags
    principalIds: principalIds
    skuName: localSkuName
    publicNetworkAccess: publicNetworkAccess
    durableOnStorage: durableBackend == 'storage'
  }
}

module durable 'modules/durable.bicep' = if (durableBackend == 'scheduler') {
  scope: group
  params: {
    name: names.scheduler
    location: location
    tags: tags
    principalIds: principalIds
    publicNetworkAccess: publicNetworkAccess
  }
}

module network 'modules/network.bicep' = if (networkIsolation) {
  scope: group
  params: {
    name: names.network
    location: location
    tags: tags
    durableOnStorage: durableBackend == 'storage'
    services: {
      cosmos: cosmos.outputs.resourceId
      serviceBus: serviceBus.outputs.resourceId
      snapshots: blobs.outputs.snapshotResourceId
      transient: blobs.outputs.transientResourceId
      httpHost: hostStorage.outputs.hosts.http.resourceId
      workerHost: hostStorage.outputs.hosts.worker.resourceId
      scheduler: durable.?outputs.resourceId ?? ''
    }
  }
}

// The two apps, from one package.

var sharedSettings = {
  COSMOS_ENDPOINT: cosmos.outputs.endpoint
  COSMOS_DATABASE: cosmos.outputs.databaseName
  SERVICE_BUS__fullyQualifiedNamespace: serviceBus.outputs.host
  BLOB_ENDPOINT: blobs.outputs.snapshotBlobEndpoint
  TRANSIENT_BLOB_ENDPOINT: blobs.outputs.transientBlobEndpoint
  // Endpoints and token audiences follow from it (src/settings.ts).
  CLOUD: cloud
  PORTAL_URL: portalUrl
  API_AUDIENCE: apiAudience
  ALLOWED_TENANTS: allowedTenants
  PLATFORM_TENANTS: platformTenants
}

module http 'modules/functions.bicep' = {
  scope: group
  params: {
    name: names.http.app
    planName: names.http.plan
    location: location
    tags: union(tags, { 'azd-service-name': 'http' })
    identity: httpIdentity.outputs.identity
    hostStorage: hostStorage.outputs.hosts.http
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    scale: httpScale
    nodeVersion: nodeVersion
    zoneRedundant: zoneRedundant
    hasCallers: true
    subnetResourceId: network.?outputs.httpSubnetResourceId ?? ''
    appSettings: union(sharedSettings, {
      APP_PART: 'http'
      MANAGED_IDENTITY_CLIENT_ID: httpIdentity.outputs.identity.clientId
      // Of one caller, counted in each instance.
      RATE_LIMIT_PER_SECOND: '20'
      RATE_LIMIT_BURST: '500'
      PORTAL_APP_ID: portalAppId
      // Their ids alone, for links by which customers' administrators consent: the app holds no credential for them.
      GRAPH_READ_APP_ID: graphReadAppId
      GRAPH_WRITE_APP_ID: graphWriteAppId
    })
  }
}

// The scheduler's string names an endpoint and an identity; it holds no secret. host.json names the setting, because what
// scales the app reads that file and no setting: who keeps workflows in storage changes the file too (README.md).
var durableSettings = durableBackend == 'scheduler'
  ? {
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${durable!.outputs.endpoint};Authentication=ManagedIdentity;ClientID=${workerIdentity.outputs.identity.clientId}'
    }
  : {
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureStorage'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'AzureWebJobsStorage'
      // 30 s by default: so long a step could wait for the next.
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval: '00:00:05'
    }

module worker 'modules/functions.bicep' = {
  scope: group
  params: {
    name: names.worker.app
    planName: names.worker.plan
    location: location
    tags: union(tags, { 'azd-service-name': 'worker' })
    identity: workerIdentity.outputs.identity
    hostStorage: hostStorage.outputs.hosts.worker
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    scale: workerScale
    nodeVersion: nodeVersion
    // Zones keep two instances of every group awake, timers too: README.md tells the price. Runs wait in the queue.
    zoneRedundant: false
    hasCallers: false
    subnetResourceId: network.?outputs.workerSubnetResourceId ?? ''
    appSettings: union(sharedSettings, durableSettings, {
      APP_PART: 'worker'
      MANAGED_IDENTITY_CLIENT_ID: workerIdentity.outputs.identity.clientId
      SERVICE_BUS__credential: 'managedidentity'
      SERVICE_BUS__clientId: workerIdentity.outputs.identity.clientId
      GRAPH_READ_APP_ID: graphReadAppId
      GRAPH_WRITE_APP_ID: graphWriteAppId
      DEFINITIONS_TENANT: definitionsTenant
      // Once a minute each: 2 x 43,200 runs of at least 1 s at 2 GB are 172,800 GB-s a month; 100,000 are free.
      RECONCILER_SCHEDULE: '0 * * * * *'
      SCHEDULES_SCHEDULE: '30 * * * * *'
      RETENTION_SCHEDULE: '0 17 3 * * *'
      // Each five minutes: 8,640 runs of at least 1 s at 2 GB are 17,280 GB-s a month.
      AUDIT_SCHEDULE: '15 */5 * * * *'
    })
  }
}

// Who is told.

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    actionGroupName: names.actionGroup
    location: location
    tags: tags
    email: alertEmail
    serviceBusResourceId: serviceBus.outputs.resourceId
    cosmosResourceId: cosmos.outputs.resourceId
    workspaceResourceId: monitoring.outputs.workspaceResourceId
    runbooksUrl: runbooksUrl
    monthlyBudget: monthlyBudget
    budgetStartDate: budgetStartDate
  }
}

output API_URL string = http.outputs.url
output HTTP_APP_NAME string = http.outputs.name
output WORKER_APP_NAME string = worker.outputs.name
output RESOURCE_GROUP string = group.name
output HTTP_PRINCIPAL_ID string = httpIdentity.outputs.identity.principalId
output WORKER_PRINCIPAL_ID string = workerIdentity.outputs.identity.principalId

// Durable Task Scheduler: keeps the state of workflows. Not deployed when the worker's storage account does that.

import { grantsOn, PrincipalIds } from '../types.bicep'

param name string
param location string
param tags object
param principalIds PrincipalIds
param publicNetworkAccess 'Enabled' | 'Disabled'

// The hub that host.json names.
var taskHubName = loadJsonContent('../../host.json').extensions.durableTask.hubName

var roleIds = loadJsonContent('../role-ids.json')
var grants = grantsOn(loadJsonContent('../host-roles.json'), 'scheduler')

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'Consumption' }
    // An empty list denies everybody. Who gets in is decided by identity.
    ipAllowlist: ['0.0.0.0/0']
    publicNetworkAccess: publicNetworkAccess
  }
}

resource taskHub 'Microsoft.DurableTask/schedulers/taskHubs@2026-02-01' = {
  parent: scheduler
  name: taskHubName
  properties: {}
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for grant in grants: {
    name: guid(taskHub.id, principalIds[grant.identity], grant.role)
    scope: taskHub
    properties: {
      description: '${grant.identity}: ${grant.role}'
      principalId: principalIds[grant.identity]
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[grant.role])
    }
  }
]

output resourceId string = scheduler.id
output endpoint string = scheduler.properties.endpoint

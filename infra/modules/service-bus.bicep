// Queues, as config/queues.json declares them for the code and the local server.

import { grantsOn, PrincipalIds, toDuration } from '../types.bicep'

param name string
param location string
param tags object
param principalIds PrincipalIds

@description('Private endpoints exist in Premium only.')
param skuName 'Standard' | 'Premium'

param publicNetworkAccess 'Enabled' | 'Disabled'

var queueFacts = loadJsonContent('../../config/queues.json').queues
var access = loadJsonContent('../../config/access.json')
var roleIds = loadJsonContent('../role-ids.json')

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  // One messaging unit; zone redundancy comes with the region.
  sku: skuName == 'Premium' ? { name: 'Premium', tier: 'Premium', capacity: 1 } : { name: 'Standard', tier: 'Standard' }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: publicNetworkAccess
  }
}

resource queues 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [
  for queue in queueFacts: {
    parent: namespace
    name: queue.name
    properties: {
      lockDuration: toDuration(queue.lockDurationSeconds)
      maxDeliveryCount: queue.maxDeliveryCount
      requiresDuplicateDetection: queue.requiresDuplicateDetection
      duplicateDetectionHistoryTimeWindow: toDuration(queue.duplicateDetectionWindowSeconds)
      defaultMessageTimeToLive: toDuration(queue.defaultMessageTimeToLiveSeconds)
      deadLetteringOnMessageExpiration: queue.deadLetteringOnMessageExpiration
    }
  }
]

module grants 'queue-grants.bicep' = [
  for (queue, index) in queueFacts: {
    name: 'grants-${queue.name}'
    params: {
      namespaceName: namespace.name
      queueName: queues[index].name
      grants: grantsOn(access.identities, 'serviceBus/${queue.name}')
      principalIds: principalIds
      roleIds: roleIds
    }
  }
]

output resourceId string = namespace.id
output host string = replace(replace(namespace.properties.serviceBusEndpoint, 'https://', ''), ':443/', '')

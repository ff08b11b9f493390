// Who may send to and receive from one queue.

import { Grant, PrincipalIds } from '../types.bicep'

param namespaceName string
param queueName string
param grants Grant[]
param principalIds PrincipalIds
param roleIds object

resource queue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' existing = {
  name: '${namespaceName}/${queueName}'
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for grant in grants: {
    name: guid(queue.id, principalIds[grant.identity], grant.role)
    scope: queue
    properties: {
      description: '${grant.identity}: ${grant.role}'
      principalId: principalIds[grant.identity]
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[grant.role])
    }
  }
]

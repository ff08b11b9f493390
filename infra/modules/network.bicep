// The network of an isolated environment: a subnet per app for what goes out, one for the private endpoints.

param name string
param location string
param tags object

@description('Resource ids of what is reached by a private address; an empty scheduler is left out.')
param services {
  cosmos: string
  serviceBus: string
  snapshots: string
  transient: string
  httpHost: string
  workerHost: string
  scheduler: string
}

@description('Workflows then need queues and tables of the worker\'s account.')
param durableOnStorage bool

var addressPrefix = '10.40.0.0/16'

var zoneNames = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  cosmos: 'privatelink.documents.azure.com'
  serviceBus: 'privatelink.servicebus.windows.net'
  scheduler: 'privatelink.durabletask.io'
}

var durableEndpoints = durableOnStorage
  ? [
      { name: 'worker-host-queue', serviceResourceId: services.workerHost, groupId: 'queue', zone: 'queue' }
      { name: 'worker-host-table', serviceResourceId: services.workerHost, groupId: 'table', zone: 'table' }
    ]
  : [{ name: 'scheduler', serviceResourceId: services.scheduler, groupId: 'scheduler', zone: 'scheduler' }]

var endpoints = concat(
  [
    { name: 'cosmos', serviceResourceId: services.cosmos, groupId: 'Sql', zone: 'cosmos' }
    { name: 'service-bus', serviceResourceId: services.serviceBus, groupId: 'namespace', zone: 'serviceBus' }
    { name: 'snapshots', serviceResourceId: services.snapshots, groupId: 'blob', zone: 'blob' }
    { name: 'transient', serviceResourceId: services.transient, groupId: 'blob', zone: 'blob' }
    { name: 'http-host', serviceResourceId: services.httpHost, groupId: 'blob', zone: 'blob' }
    { name: 'worker-host', serviceResourceId: services.workerHost, groupId: 'blob', zone: 'blob' }
  ],
  durableEndpoints
)

// Written out: how many there are must be known before the cloud's own names are.
var zones = concat(['cosmos', 'serviceBus', 'blob'], durableOnStorage ? ['queue', 'table'] : ['scheduler'])

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] }
    subnets: [
      // Flex Consumption wants this delegation, and no underscore in the name. A /23 holds every instance of the worker.
      {
        name: 'http'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 23, 0)
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'worker'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 23, 1)
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      { name: 'endpoints', properties: { addressPrefix: cidrSubnet(addressPrefix, 23, 2) } }
    ]
  }
}

resource privateZones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in zones: {
    name: zoneNames[zone]
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, index) in zones: {
    parent: privateZones[index]
    name: 'tenantpilot'
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for endpoint in endpoints: {
    name: 'pe-${endpoint.name}'
    location: location
    tags: tags
    properties: {
      subnet: { id: '${network.id}/subnets/endpoints' }
      privateLinkServiceConnections: [
        {
          name: endpoint.name
          properties: { privateLinkServiceId: endpoint.serviceResourceId, groupIds: [endpoint.groupId] }
        }
      ]
    }
  }
]

resource zoneGroups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (endpoint, index) in endpoints: {
    parent: privateEndpoints[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: endpoint.groupId
          properties: { privateDnsZoneId: privateZones[indexOf(zones, endpoint.zone)].id }
        }
      ]
    }
  }
]

output httpSubnetResourceId string = '${network.id}/subnets/http'
output workerSubnetResourceId string = '${network.id}/subnets/worker'

// Shapes that modules share.

@export()
@description('The object ids of the two apps\' identities.')
type PrincipalIds = {
  http: string
  worker: string
}

@export()
@description('An app\'s own identity.')
type Identity = {
  resourceId: string
  clientId: string
  principalId: string
}

@export()
@description('How an app scales. The maximum counts per function group; always-ready instances come on top.')
type Scale = {
  maximumInstanceCount: int
  instanceMemoryMB: 512 | 2048 | 4096
  @description('By group (http, durable) or by function:NAME, as Flex Consumption calls them.')
  alwaysReady: { name: string, instanceCount: int }[]
}

@export()
@description('A role that one identity holds on one resource.')
type Grant = {
  identity: string
  role: string
}

@export()
@description('The grants of a table (identity to list of roles) on one resource.')
func grantsOn(table object, resource string) Grant[] =>
  flatten(map(
    items(table),
    entry =>
      map(filter(entry.value, grant => grant.resource == resource), grant => { identity: entry.key, role: grant.role })
  ))

@export()
@description('A duration in the form in which Azure gives it back, largest unit first: PT1M, not PT60S. So what-if sees no change.')
func toDuration(seconds int) string =>
  'P${seconds >= 86400 ? '${seconds / 86400}D' : ''}${seconds % 86400 > 0 ? 'T' : ''}${seconds % 86400 >= 3600 ? '${seconds % 86400 / 3600}H' : ''}${seconds % 3600 >= 60 ? '${seconds % 3600 / 60}M' : ''}${seconds % 60 > 0 ? '${seconds % 60}S' : ''}'

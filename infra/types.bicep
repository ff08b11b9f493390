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
  alwaysReadyGroup: string
  @minValue(0)
  alwaysReadyInstances: int
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

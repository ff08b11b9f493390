// Names of everything. The token keeps globally unique names apart; the environment's name is for people.

@export()
@description('Names of the resources of one environment.')
type Names = {
  @description('Keeps apart what has to be unique beyond the group.')
  token: string
  resourceGroup: string
  workspace: string
  insights: string
  workbook: string
  actionGroup: string
  network: string
  cosmos: string
  serviceBus: string
  snapshotAccount: string
  transientAccount: string
  scheduler: string
  http: AppNames
  worker: AppNames
}

@export()
@description('Names of what one Function app has for itself.')
type AppNames = {
  app: string
  plan: string
  identity: string
  hostAccount: string
}

// Storage accounts: 3 to 24 small letters and digits. The token has 13.
func toAppNames(part string, short string, environmentName string, token string) AppNames => {
  app: 'func-tenantpilot-${part}-${token}'
  plan: 'plan-tenantpilot-${part}-${environmentName}'
  identity: 'id-tenantpilot-${part}-${environmentName}'
  hostAccount: 'sttp${short}${token}'
}

@export()
func toNames(environmentName string, token string) Names => {
  token: token
  resourceGroup: 'rg-tenantpilot-${environmentName}'
  workspace: 'log-tenantpilot-${environmentName}'
  insights: 'appi-tenantpilot-${environmentName}'
  workbook: guid('tenantpilot', 'operators', token)
  actionGroup: 'ag-tenantpilot-${environmentName}'
  network: 'vnet-tenantpilot-${environmentName}'
  cosmos: 'cosmos-tenantpilot-${token}'
  serviceBus: 'sb-tenantpilot-${token}'
  snapshotAccount: 'sttpsnap${token}'
  transientAccount: 'sttptran${token}'
  scheduler: 'dts-tenantpilot-${token}'
  http: toAppNames('http', 'h', environmentName, token)
  worker: toAppNames('worker', 'w', environmentName, token)
}

// Workspace and Application Insights. Telemetry is accepted from identities only.

import { grantsOn, PrincipalIds } from '../types.bicep'

param workspaceName string
param insightsName string
param workbookName string
param location string
param tags object
param principalIds PrincipalIds

@description('Days that telemetry is kept. 31 are included in the price.')
@minValue(30)
@maxValue(730)
param retentionInDays int

@description('GB a day after which nothing more is taken, so that a loop cannot cost a fortune. -1: no limit.')
param dailyQuotaGb int

@description('Share of traces that is kept, in percent; measurements, which alerts compare, are all kept.')
@minValue(1)
@maxValue(100)
param samplingPercentage int

var roleIds = loadJsonContent('../role-ids.json')
var grants = grantsOn(loadJsonContent('../host-roles.json'), 'telemetry')

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionInDays
    workspaceCapping: { dailyQuotaGb: dailyQuotaGb }
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
    DisableIpMasking: false
    SamplingPercentage: samplingPercentage
  }
}

resource publishers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for grant in grants: {
    name: guid(insights.id, principalIds[grant.identity], grant.role)
    scope: insights
    properties: {
      description: '${grant.identity}: ${grant.role}'
      principalId: principalIds[grant.identity]
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[grant.role])
    }
  }
]

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: workbookName
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'TenantPilot for operators'
    category: 'workbook'
    sourceId: workspace.id
    serializedData: string(loadJsonContent('../workbook.json'))
  }
}

output workspaceResourceId string = workspace.id
output insightsResourceId string = insights.id
@description('Names the instance and holds no secret that is accepted: local authentication is off.')
output insightsConnectionString string = insights.properties.ConnectionString

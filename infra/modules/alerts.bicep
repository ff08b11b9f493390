// What somebody is woken for. Every alert names its runbook; one without a signal yet is switched off and says so.

param actionGroupName string
param location string
param tags object

@description('Who is told.')
param email string

param serviceBusResourceId string
param cosmosResourceId string
param workspaceResourceId string

@description('Where the runbooks are read, for example the repository\'s address up to and with docs/runbooks.')
param runbooksUrl string

@description('Euros or dollars a month, in the currency of the subscription, for the resource group.')
param monthlyBudget int

@description('First day of the month from which the budget counts; Azure refuses a month that is long past.')
param budgetStartDate string

var metricAlerts = {
  'dead-letters': {
    description: 'A message could not be handled: its run is closed or stuck.'
    runbook: 'dead-letters.md'
    severity: 2
    resourceId: serviceBusResourceId
    namespace: 'Microsoft.ServiceBus/namespaces'
    metric: 'DeadletteredMessages'
    aggregation: 'Maximum'
    threshold: 0
    windowSize: 'PT5M'
    dimensions: []
  }
  'oldest-queued-run': {
    description: 'For 15 minutes the queue was never empty: started runs wait, or the worker does not receive.'
    runbook: 'stuck-runs.md'
    severity: 2
    resourceId: serviceBusResourceId
    namespace: 'Microsoft.ServiceBus/namespaces'
    metric: 'ActiveMessages'
    aggregation: 'Minimum'
    threshold: 0
    windowSize: 'PT15M'
    dimensions: []
  }
  'database-throttled': {
    description: 'Cosmos DB refused more than 100 requests in five minutes: too little capacity, or one hot tenant.'
    runbook: 'throttled-tenant.md'
    severity: 3
    resourceId: cosmosResourceId
    namespace: 'Microsoft.DocumentDB/databaseAccounts'
    metric: 'TotalRequests'
    aggregation: 'Count'
    threshold: 100
    windowSize: 'PT5M'
    dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['429'] }]
  }
}

// The worker writes one event when a run ends, and one for each promise that a schedule broke: names, no payloads.
var logAlerts = {
  'failed-runs': {
    description: 'Three runs or more ended as failed within an hour.'
    runbook: 'stuck-runs.md'
    severity: 2
    threshold: 2
    hasSignal: false
    query: 'AppEvents | where Name == "run.ended" and Properties.outcome == "failed"'
  }
  'broken-snapshot-promises': {
    description: 'A tenant has no complete snapshot within the time that was promised.'
    runbook: 'stuck-runs.md'
    severity: 1
    threshold: 0
    hasSignal: false
    query: 'AppEvents | where Name == "snapshot.promise.broken"'
  }
  'graph-throttled': {
    description: 'Microsoft Graph refused more than 500 requests within an hour.'
    runbook: 'throttled-tenant.md'
    severity: 3
    threshold: 500
    hasSignal: false
    query: 'AppDependencies | where Target startswith "graph.microsoft." and ResultCode == "429"'
  }
}

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'tenantpilot'
    emailReceivers: [{ name: 'operators', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource metrics 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in items(metricAlerts): {
    name: 'tenantpilot-${alert.key}'
    location: 'global'
    tags: tags
    properties: {
      description: '${alert.value.description} Runbook: ${runbooksUrl}/${alert.value.runbook}'
      enabled: true
      severity: alert.value.severity
      scopes: [alert.value.resourceId]
      evaluationFrequency: 'PT5M'
      windowSize: alert.value.windowSize
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: alert.key
            metricNamespace: alert.value.namespace
            metricName: alert.value.metric
            operator: 'GreaterThan'
            threshold: alert.value.threshold
            timeAggregation: alert.value.aggregation
            dimensions: alert.value.dimensions
          }
        ]
      }
      actions: [{ actionGroupId: actionGroup.id }]
    }
  }
]

resource logs 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in items(logAlerts): {
    name: 'tenantpilot-${alert.key}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'TenantPilot: ${replace(alert.key, '-', ' ')}'
      description: '${alert.value.description} Runbook: ${runbooksUrl}/${alert.value.runbook}'
      enabled: alert.value.hasSignal
      severity: alert.value.severity
      scopes: [workspaceResourceId]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT1H'
      criteria: {
        allOf: [
          {
            query: alert.value.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: alert.value.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [actionGroup.id] }
    }
  }
]

// A budget has no description; infra/README.md names its runbook.
resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'tenantpilot-budget'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetStartDate }
    notifications: {
      forecast: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [email]
        contactGroups: [actionGroup.id]
      }
      actual: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 90
        thresholdType: 'Actual'
        contactEmails: [email]
        contactGroups: [actionGroup.id]
      }
    }
  }
}

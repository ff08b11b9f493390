// What somebody is woken for. Every alert names its runbook.

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

@description('Euros or dollars a month, in the currency of the subscription, for the resource group. 0: no budget, for offers without Cost Management.')
@minValue(0)
param monthlyBudget int

@description('First day of the month in which the budget is made. Azure takes no earlier one, and never another one later.')
param budgetStartDate string

// Measured by the platform itself.
var metricAlerts = {
  'dead-letters-left': {
    description: 'Messages lie in the dead-letter queue and nobody takes them: the worker does not receive.'
    runbook: 'dead-letters.md'
    severity: 2
    resourceId: serviceBusResourceId
    namespace: 'Microsoft.ServiceBus/namespaces'
    metric: 'DeadletteredMessages'
    // The worker empties the queue within seconds: what is there all the time is left.
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

// Measured by the worker once a minute, from runs, schedules and signs of work, or told by both apps when it happens
// (src/domain/telemetry/measurement.ts). They are never sampled.
var measuredAlerts = {
  'dead-letters': {
    description: 'A message could not be handled within the last hour: its run was closed, or is tried again.'
    runbook: 'dead-letters.md'
    severity: 2
    measurement: 'tenantpilot.dead_letters'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 0
    windowSize: 'PT15M'
  }
  'oldest-queued-run': {
    description: 'A run that could be taken has waited for more than 15 minutes.'
    runbook: 'stuck-runs.md'
    severity: 2
    measurement: 'tenantpilot.runs.oldest_queued_seconds'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 900
    windowSize: 'PT15M'
  }
  'silent-run': {
    description: 'A run has sent no heartbeat for more than 15 minutes, and the reconciler did not repair it.'
    runbook: 'stuck-runs.md'
    severity: 2
    measurement: 'tenantpilot.runs.oldest_heartbeat_seconds'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 900
    windowSize: 'PT15M'
  }
  'failed-runs': {
    description: 'Three runs or more ended as failed within an hour.'
    runbook: 'stuck-runs.md'
    severity: 2
    measurement: 'tenantpilot.runs.failed'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 2
    windowSize: 'PT15M'
  }
  'broken-snapshot-promises': {
    description: 'A tenant has no complete snapshot within the time that was promised.'
    runbook: 'stuck-runs.md'
    severity: 1
    measurement: 'tenantpilot.promises.broken'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 0
    windowSize: 'PT15M'
  }
  'unreadable-documents': {
    description: 'Documents are left out because this version does not understand them: their tenants are not looked after.'
    runbook: 'unreadable-documents.md'
    severity: 2
    measurement: 'tenantpilot.documents.unreadable'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 0
    windowSize: 'PT15M'
  }
  'damaged-snapshots': {
    description: 'A payload or a manifest of a snapshot is not as it was written, or gone.'
    runbook: 'damaged-snapshots.md'
    severity: 1
    measurement: 'tenantpilot.snapshots.damaged'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 0
    windowSize: 'PT15M'
  }
  'audit-not-sealed': {
    description: 'Audit entries have waited for a digest for more than 30 minutes: whoever writes to the database could still change them.'
    runbook: 'audit.md'
    severity: 2
    measurement: 'tenantpilot.audit.oldest_unsealed_seconds'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 1800
    windowSize: 'PT15M'
  }
  'audit-not-verified': {
    description: 'The audit of a tenant does not agree with its digests: an entry or a digest was changed, added or removed.'
    runbook: 'audit.md'
    severity: 1
    measurement: 'tenantpilot.audit.unverified'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 0
    windowSize: 'PT15M'
  }
  'refused-tokens': {
    description: 'More than 1,000 requests within an hour came without a valid token.'
    runbook: 'leaked-token.md'
    severity: 3
    measurement: 'tenantpilot.access.unauthenticated'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 1000
    windowSize: 'PT1H'
  }
  'graph-throttled': {
    description: 'Microsoft Graph refused more than 500 requests within an hour.'
    runbook: 'throttled-tenant.md'
    severity: 3
    measurement: 'tenantpilot.graph.throttled'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 500
    windowSize: 'PT1H'
  }
  'no-measurements': {
    description: 'For 15 minutes nothing was measured: the worker does not run, or its telemetry does not arrive. The alerts that compare measurements are blind.'
    runbook: 'no-measurements.md'
    severity: 1
    measurement: 'tenantpilot.runs.queued'
    aggregation: 'Count'
    operator: 'LessThan'
    threshold: 1
    windowSize: 'PT15M'
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

resource measured 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in items(measuredAlerts): {
    name: 'tenantpilot-${alert.key}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'TenantPilot: ${replace(alert.key, '-', ' ')}'
      description: '${alert.value.description} Runbook: ${runbooksUrl}/${alert.value.runbook}'
      enabled: true
      severity: alert.value.severity
      scopes: [workspaceResourceId]
      evaluationFrequency: 'PT15M'
      windowSize: alert.value.windowSize
      autoMitigate: true
      // In a new workspace the table has no rows, and perhaps no columns yet.
      skipQueryValidation: true
      criteria: {
        allOf: [
          union(
            {
              query: 'AppMetrics | where Name == "${alert.value.measurement}" | project TimeGenerated, Value = Sum'
              timeAggregation: alert.value.aggregation
              operator: alert.value.operator
              threshold: alert.value.threshold
              failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
            },
            // Rows are counted; of anything else a column is compared.
            alert.value.aggregation == 'Count' ? {} : { metricMeasureColumn: 'Value' }
          )
        ]
      }
      actions: { actionGroups: [actionGroup.id] }
    }
  }
]

// A budget has no description; infra/README.md names its runbook.
resource budget 'Microsoft.Consumption/budgets@2023-11-01' = if (monthlyBudget > 0) {
  name: 'tenantpilot-budget'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: empty(budgetStartDate)
        ? fail('BUDGET_START_DATE is not set: the first day of this month, or monthlyBudget 0.')
        : budgetStartDate
    }
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

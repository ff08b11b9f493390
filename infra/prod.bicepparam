using 'main.bicep'

// Data and callers withstand the loss of a zone, data that of a region; work waits meanwhile. No data is open to the
// internet.

// Whose deployment it is.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'prod')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param apiAudience = readEnvironmentVariable('API_AUDIENCE', 'api://tenantpilot')
param allowedTenants = readEnvironmentVariable('ALLOWED_TENANTS', '00000000-0000-0000-0000-000000000000')
param platformTenants = readEnvironmentVariable('PLATFORM_TENANTS', '')
param portalUrl = readEnvironmentVariable('PORTAL_URL', 'https://portal.example.com')
param portalAppId = readEnvironmentVariable('PORTAL_APP_ID', '')
param cloud = readEnvironmentVariable('CLOUD', 'global')
param graphReadAppId = readEnvironmentVariable('GRAPH_READ_APP_ID', '00000000-0000-0000-0000-000000000000')
param graphWriteAppId = readEnvironmentVariable('GRAPH_WRITE_APP_ID', '')
param definitionsTenant = readEnvironmentVariable('DEFINITIONS_TENANT', '')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL', 'operators@example.com')
param runbooksUrl = readEnvironmentVariable('RUNBOOKS_URL', 'https://example.com/tenantpilot/docs/runbooks')
param budgetStartDate = readEnvironmentVariable('BUDGET_START_DATE', '')

// What it costs and what it withstands.
param cosmosCapacity = 'autoscale'
param cosmosAutoscaleMaxThroughput = 4000
param cosmosSecondLocation = readEnvironmentVariable('AZURE_SECOND_LOCATION', 'northeurope')
param cosmosBackupTier = 'Continuous30Days'
param snapshotSkuName = 'Standard_RAGZRS'
param snapshotImmutabilityDays = 90
param snapshotImmutabilityState = readEnvironmentVariable('SNAPSHOT_IMMUTABILITY', 'Locked')
param durableBackend = 'scheduler'
param zoneRedundant = true
param networkIsolation = true
param nodeVersion = '24'
param httpAlwaysReady = 2
param workerAlwaysReady = 1
param logRetentionDays = 90
param logDailyQuotaGb = 10
param logSamplingPercentage = 100
param monthlyBudget = 1500

using 'main.bicep'

// The cheapest environment: for trying and for development.

// Whose deployment it is.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
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
param cosmosCapacity = 'serverless'
param cosmosAutoscaleMaxThroughput = 4000
param cosmosSecondLocation = ''
param cosmosBackupTier = 'Continuous7Days'
param snapshotSkuName = 'Standard_LRS'
param snapshotImmutabilityDays = 1
param snapshotImmutabilityState = 'Unlocked'
param durableBackend = 'scheduler'
param zoneRedundant = false
param networkIsolation = false
param nodeVersion = '24'
param httpAlwaysReady = 0
param workerAlwaysReady = 0
param logRetentionDays = 30
param logDailyQuotaGb = 1
param logSamplingPercentage = 100
param monthlyBudget = 50

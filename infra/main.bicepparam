using 'main.bicep'

// What `azd up` deploys: the values of dev.bicepparam, or those of prod.bicepparam when TENANTPILOT_PROFILE is prod.

var isProd = readEnvironmentVariable('TENANTPILOT_PROFILE', 'dev') == 'prod'

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
param cosmosCapacity = isProd ? 'autoscale' : 'serverless'
param cosmosAutoscaleMaxThroughput = 4000
param cosmosSecondLocation = isProd ? readEnvironmentVariable('AZURE_SECOND_LOCATION', 'northeurope') : ''
param cosmosBackupTier = isProd ? 'Continuous30Days' : 'Continuous7Days'
param snapshotSkuName = isProd ? 'Standard_RAGZRS' : 'Standard_LRS'
param snapshotImmutabilityDays = isProd ? 90 : 1
param snapshotImmutabilityState = isProd ? readEnvironmentVariable('SNAPSHOT_IMMUTABILITY', 'Locked') : 'Unlocked'
param durableBackend = 'scheduler'
param zoneRedundant = isProd ? true : false
param networkIsolation = isProd ? true : false
param nodeVersion = '24'
param httpAlwaysReady = isProd ? 2 : 0
param workerAlwaysReady = isProd ? 1 : 0
param logRetentionDays = isProd ? 90 : 30
param logDailyQuotaGb = isProd ? 10 : 1
param logSamplingPercentage = 100
param monthlyBudget = isProd ? 1500 : 50

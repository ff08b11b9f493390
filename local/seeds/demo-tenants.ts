/** Customers of the demo: their Entra tenant, their name and what `makeDemoTenant` makes their objects from. */
export const demoTenants = [
  { id: "5b0c7d52-6a51-4f0e-9a37-2d1f4c8e6a01", name: "Fernhollow Logistics", seed: 4711 },
  { id: "c94e2f16-83d7-4b29-8c55-71ab0e9d3f02", name: "Kestrel & Thorne Legal", seed: 8128 },
] as const;

/** What the refusal of a tenant that has no Intune at all says, whichever object type was requested. */
export const noIntune = "The tenant has no Microsoft Intune.";

/** Paths of Intune's own objects. */
export const intunePaths = /^\/device(App)?Management\//;

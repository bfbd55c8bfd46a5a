/** The lists that should be empty and are not. */
export const wrongIn = (verdict) =>
  Object.entries(verdict)
    .filter(([, found]) => Array.isArray(found) && found.length > 0)
    .map(([what, found]) => ({ what, found }));

/** A page of this site as a whole address, to be given to somebody: `assignment/` → `https://…/assignment/`. */
export const siteAddress = (path: string): string =>
  new URL(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`, location.origin).href;

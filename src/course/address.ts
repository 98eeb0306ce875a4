const base = import.meta.env.BASE_URL.replace(/\/$/u, '');

/** An address on this site, below whatever path the site is served from: `address('course/')`. */
export const address = (path: string): string => `${base}/${path}`;

export const lessonAddress = (id: string): string => address(`${id}/`);

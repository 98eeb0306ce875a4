/** Brings the map to life at the first sign that a reader turns to it. */
const map = document.querySelector('descent-map');

const wake = (): void => void import('./map.ts').catch(() => undefined);

for (const sign of ['pointerover', 'focusin']) map?.addEventListener(sign, wake, { once: true });

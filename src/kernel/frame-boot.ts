/**
 * The script of the kernel's frame. Constant, so that a page's Content Security Policy can name its hash. It knows two
 * messages from the page that made it: `spawn` (scripts joined into one blob worker; `null`: those of before) and
 * `end`. It hands the worker a port to the page and then stays out of their way.
 */
export const frameBoot = `'use strict';
(() => {
  let control, url, worker;
  const end = () => { worker?.terminate(); worker = undefined; };
  const failed = (event) => { event.preventDefault?.(); control.postMessage({ type: 'failed', message: String(event.message ?? 'The worker could not be loaded.') }); };
  const spawn = ({ scripts, port }) => {
    end();
    if (scripts) {
      if (url) URL.revokeObjectURL(url);
      url = URL.createObjectURL(new Blob(scripts.flatMap((script) => [script, '\\n;\\n']), { type: 'text/javascript' }));
    }
    worker = new Worker(url);
    worker.onerror = failed;
    worker.postMessage(port, [port]);
  };
  addEventListener('message', (event) => {
    if (control || event.source !== parent || !event.ports[0]) return;
    control = event.ports[0];
    control.onmessage = ({ data }) => { if (data.type === 'spawn') spawn(data); else if (data.type === 'end') end(); };
  });
})();
`;

/** What the frame itself may do; the page's own policy holds in it as well. */
const policy =
  "default-src 'none'; script-src 'nonce-kernel' blob: 'wasm-unsafe-eval'; worker-src blob:; connect-src blob:";

/** The frame's whole document. */
export const frameDocument = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script nonce="kernel">${frameBoot}</script>`;

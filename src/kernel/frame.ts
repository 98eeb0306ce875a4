import { frameDocument } from './frame-boot.ts';

/** `own`: the lesson's code and what this reader typed. `foreign`: anything else; an opaque origin, without WebGPU. */
export type Trust = 'own' | 'foreign';

/** Where a kernel's worker lives. */
export interface Host {
  /** Begins to make the frame, so that it is there when the scripts are. */
  prepare(): void;
  /**
   * A fresh worker from these scripts, or from those of the last time where `scripts` is `null`; the one before is gone.
   * The port leads to the worker. Rejects when the frame cannot be made.
   */
  spawn(scripts: readonly ArrayBuffer[] | null): Promise<MessagePort>;
  /** Removes the worker. Whatever it was doing ends at once. */
  end(): void;
  dispose(): void;
}

export interface HostOptions {
  trust: Trust;
  /** The worker could not be loaded, or the frame went away. */
  onFailure(message: string): void;
  document?: Document;
}

/** One hidden frame, made at the first `spawn`, for all workers of a kernel. */
export function createFrame({ trust, onFailure, document = globalThis.document }: HostOptions): Host {
  let frame: HTMLIFrameElement | undefined;
  let control: Promise<MessagePort> | undefined;

  function dispose(): void {
    frame?.remove();
    void control?.then(
      (port) => port.close(),
      () => undefined,
    );
    frame = control = undefined;
  }

  function open(): Promise<MessagePort> {
    const made = makeFrame(document, trust);
    frame = made;
    return new Promise((resolve, reject) => {
      let loads = 0;
      made.addEventListener('load', () => {
        loads += 1;
        if (loads === 1) resolve(connect(made, onFailure));
        else {
          dispose();
          onFailure('The frame of the kernel was replaced, so it was removed.');
        }
      });
      made.addEventListener('error', () => reject(new Error('The browser refused the frame of the kernel.')));
      document.body.append(made);
    });
  }

  function ready(): Promise<MessagePort> {
    control ??= open();
    control.catch(() => undefined);
    return control;
  }

  return {
    prepare: () => void ready(),
    async spawn(scripts) {
      const { port1, port2 } = new MessageChannel();
      (await ready()).postMessage({ type: 'spawn', scripts, port: port2 }, [port2]);
      return port1;
    },
    end() {
      void control?.then((port) => port.postMessage({ type: 'end' }));
    },
    dispose,
  };
}

function makeFrame(document: Document, trust: Trust): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'Kernel';
  frame.setAttribute('aria-hidden', 'true');
  if (trust === 'foreign') frame.setAttribute('sandbox', 'allow-scripts');
  frame.srcdoc = frameDocument;
  return frame;
}

/** Hands the frame's script its port. Any origin: an opaque one has no name, and the frame is ours by its `srcdoc`. */
function connect(frame: HTMLIFrameElement, onFailure: (message: string) => void): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isFailure(data)) onFailure(data.message.slice(0, 500));
  };
  frame.contentWindow?.postMessage(null, '*', [port2]);
  return port1;
}

function isFailure(data: unknown): data is { message: string } {
  return typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string';
}

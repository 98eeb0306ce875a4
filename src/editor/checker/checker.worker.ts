/** TypeScript in a worker: checks the cell that is edited with the very service that the build checks it with. */
import ts from 'typescript';
import * as z from 'zod/mini';
import { createCellService } from '../../language/cell-service.ts';
import type { CellService } from '../../language/cell-service.ts';
import { answer } from './answer.ts';
import type { FromChecker, Request, ToChecker } from './protocol.ts';

const typesFile = z.object({ files: z.record(z.string(), z.string()) });

const send = (message: FromChecker) => {
  postMessage(message);
};

let service: Promise<CellService> | undefined;

async function loadTypes(url: string): Promise<CellService> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return createCellService(ts, typesFile.parse(await response.json()).files);
}

async function reply(request: Request): Promise<void> {
  try {
    if (!service) throw new Error('asked before the types were named');
    send({ type: 'answer', id: request.id, answer: answer(await service, request) });
  } catch (error) {
    send({ type: 'failed', id: request.id, message: String(error) });
  }
}

addEventListener('message', ({ data }: MessageEvent<ToChecker>) => {
  if (data.type === 'ask') void reply(data);
  else {
    service = loadTypes(data.url);
    service.then(
      () => send({ type: 'types', loaded: true }),
      () => send({ type: 'types', loaded: false }),
    );
  }
});

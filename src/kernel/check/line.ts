import type * as z from 'zod/mini';
import { deferred } from './deferred.ts';
import type { AssetName } from '../protocol.ts';

/** What every worker of a check may say, whatever its role. */
export type Common =
  { type: 'prepared' } | { type: 'need'; name: AssetName } | { type: 'broken'; message: string };

/** A fresh worker that is ready. */
export interface Line<Ask, Reply> {
  post(request: Ask): void;
  /** `failed` is called once, when the worker cannot go on. What came before is told at once. */
  listen(receive: (reply: Reply) => void, failed: (message: string) => void): void;
}

/** The page's end of one worker, from before it is ready. */
export interface Wire<Ask, Reply> extends Line<Ask, Reply> {
  /** Rejects when the worker fails before. */
  prepared: Promise<unknown>;
  attach(port: MessagePort): void;
  /** Ends it for this reason, once. */
  fail(message: string): void;
}

/** Messages that a check can need; a worker that sends more is ended. */
const messagesLimit = 20_000;

/** @param give answers a request for one of the kernel's files, each asked for once */
export function createWire<Ask, Reply extends { type: string }>(
  schema: z.ZodMiniType<Reply | Common>,
  give: (name: AssetName, port: MessagePort) => void,
): Wire<Ask, Reply> {
  const { promise: prepared, resolve, reject } = deferred<undefined>();
  prepared.catch(() => undefined);
  const early: Reply[] = [];
  const given = new Set<AssetName>();
  let port: MessagePort | undefined;
  let failure: string | undefined;
  let messages = 0;
  let receive = (reply: Reply): void => void early.push(reply);
  let told: (message: string) => void = () => undefined;

  function fail(message: string): void {
    if (failure !== undefined) return;
    failure = message;
    port?.close();
    reject(new Error(message));
    told(message);
  }

  function need(name: AssetName): void {
    if (given.has(name) || port === undefined) return;
    given.add(name);
    give(name, port);
  }

  function hear(data: unknown): void {
    if (failure !== undefined) return;
    messages += 1;
    if (messages > messagesLimit) return fail('It sent more messages than a check needs.');
    const parsed = schema.safeParse(data);
    if (!parsed.success) return;
    const heard: Common | Reply = parsed.data;
    if (isNeed(heard)) need(heard.name);
    else if (isBroken(heard)) fail(heard.message);
    else if (heard.type === 'prepared') resolve(undefined);
    else receive(heard as Reply);
  }

  return {
    prepared,
    fail,
    attach(to) {
      if (failure !== undefined) return to.close();
      port = to;
      to.onmessage = ({ data }: MessageEvent<unknown>) => hear(data);
    },
    post: (request) => port?.postMessage(request),
    listen(listener, failed) {
      receive = listener;
      told = failed;
      for (const reply of early.splice(0)) listener(reply);
      if (failure !== undefined) failed(failure);
    },
  };
}

const isNeed = (reply: { type: string }): reply is Extract<Common, { type: 'need' }> => reply.type === 'need';
const isBroken = (reply: { type: string }): reply is Extract<Common, { type: 'broken' }> =>
  reply.type === 'broken';

/**
 * What cells do not need and might leak by: network, storage, further workers. Defence in depth; the boundary is the
 * frame and its policy.
 */
const globals = [
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport', 'FetchLater'],
  ...[
    'Worker',
    'SharedWorker',
    'importScripts',
    'BroadcastChannel',
    'RTCDataChannel',
    'RTCRtpScriptTransformer',
  ],
  ...['indexedDB', 'IDBFactory', 'caches', 'CacheStorage', 'Cache', 'cookieStore', 'CookieStore'],
  ...['StorageManager', 'StorageBucketManager', 'LockManager', 'FileSystemHandle', 'FileSystemFileHandle'],
  ...['FileSystemDirectoryHandle', 'webkitRequestFileSystem', 'webkitRequestFileSystemSync'],
  ...['webkitResolveLocalFileSystemURL', 'webkitResolveLocalFileSystemSyncURL'],
  ...['Notification', 'ServiceWorkerRegistration', 'ServiceWorkerContainer', 'PushManager'],
  ...['postMessage', 'onmessage', 'close', 'reportError'],
];
const ofNavigator = [
  ...['storage', 'storageBuckets', 'locks', 'serviceWorker', 'connection', 'permissions'],
  ...['serial', 'usb', 'hid', 'mediaCapabilities', 'sendBeacon', 'setAppBadge', 'clearAppBadge'],
];

/** Removes them for good. Returns those that the browser would not give up (none, in browsers we know). */
export function stripRealm(realm: object = globalThis): string[] {
  const kept = globals.filter((name) => !remove(realm, name));
  const navigator: unknown = Reflect.get(realm, 'navigator');
  if (typeof navigator !== 'object' || navigator === null) return kept;
  return [...kept, ...ofNavigator.filter((name) => !remove(navigator, name))];
}

function remove(object: object, name: string): boolean {
  for (let at: object | null = object; at !== null; at = Reflect.getPrototypeOf(at))
    Reflect.deleteProperty(at, name);
  if (!(name in object)) return true;
  return Reflect.defineProperty(object, name, { value: undefined });
}

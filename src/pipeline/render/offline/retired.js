// This site is read without a worker. One that it may have had before ends here, with all that it kept.
'use strict';
self.addEventListener('install', () => { self.skipWaiting(); });
self.addEventListener('activate', (event) => {
  const own = `postil ${self.registration.scope} `;
  const end = async () => {
    for (const name of await caches.keys()) if (name.startsWith(own)) await caches.delete(name);
    await self.registration.unregister();
  };
  event.waitUntil(end());
});

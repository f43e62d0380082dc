export { HttpFront } from './http-front.ts';
export { InboxReceiver } from './inbox-receiver.ts';
export { createSocketReceiver } from './socket.ts';

export { HttpFront, type HttpFrontOptions } from './http-front.ts';
export { type DeliveryContext, InboxReceiver } from './inbox-receiver.ts';
export { createSocketReceiver } from './socket.ts';

/** A WebSocket text frame (RFC 6455, section 5.2) that announces the whole text and holds the first half of it. */
export function halfAFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const header = Buffer.alloc(10);
  header[0] = 0x81;
  header[1] = 127;
  header.writeBigUInt64BE(BigInt(payload.length), 2);
  return Buffer.concat([header, payload.subarray(0, Math.floor(payload.length / 2))]);
}

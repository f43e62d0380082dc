export {
  DownloadError,
  downloadSlackFile,
  slackFileOrigins,
} from './download.ts';
export { classify, lostResponse, slackErrorCode } from './errors.ts';
export { canvasText, mrkdwn } from './escape.ts';
export { stripInvisible } from './invisible.ts';
export { limits } from './limits.ts';
export { slackLogger } from './logger.ts';
export { deliveryMetadata, findByKey } from './metadata.ts';
export { patiently } from './patiently.ts';
export { truncate } from './truncate.ts';
export { createWebClient } from './web-client.ts';

export { maskCredentials } from './credentials.ts';
export { errorName } from './error-name.ts';
export { createLog, type Log, type LogData, silentLog } from './log.ts';

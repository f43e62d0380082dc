export { type Config, ConfigError, databasePath, hasSlackSettings, loadConfig } from './config.ts';

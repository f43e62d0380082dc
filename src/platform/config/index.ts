export {
  type Config,
  ConfigError,
  databasePath,
  environmentForChild,
  hasSlackSettings,
  loadConfig,
  loadEnvironmentFile,
  mayColour,
  startedByParent,
} from './config.ts';

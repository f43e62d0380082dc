export {
  type Config,
  ConfigError,
  databasePath,
  environmentForChild,
  hasSlackSettings,
  loadConfig,
  loadEnvironmentFile,
  loadModelConfig,
  mayColour,
  startedByParent,
} from './config.ts';
export type { ModelConfig } from './model.ts';

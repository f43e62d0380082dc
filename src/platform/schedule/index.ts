export { Ticker } from './ticker.ts';

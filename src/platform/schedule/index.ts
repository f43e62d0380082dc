export { Ticker, type TickerOptions } from './ticker.ts';

export { linkTo, safeLink } from './safe-link.ts';

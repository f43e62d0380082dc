import { build } from '../../scripts/build.ts';

/** Tests meet the bundle that users start, built once. */
export default async function setup(): Promise<void> {
  await build();
}

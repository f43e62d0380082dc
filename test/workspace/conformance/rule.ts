import { test } from 'vitest';

/**
 * One rule of Slack's as a test. `about` is what the rule belongs to (a Web API method, `block:<type>`, `element:<type>`, `event:<type>`,
 * `delivery:<topic>`, …), `doc` the page that states it. What Slack does not have is about `workspace:<topic>` and stated in
 * `src/workspace/README.md`. `docs/local-workspace.md` is made from these.
 */
export function rule(about: string, says: string, doc: string, check: () => Promise<void> | void): void {
  test(`${about}: ${says} (${doc})`, check);
}

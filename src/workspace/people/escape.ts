import type { World } from '../state/world.ts';

/** A command with `should_escape` gets `@jane` as `<@U…|jane>` and `#sales` as `<#C…|sales>`. */
export function escapeCommandText(world: World, text: string): string {
  return text
    .replace(/(?<![<\w])@([a-z0-9._-]+)/g, (whole, name) => {
      const user = [...world.users.values()].find((one) => one.name === name);
      return user ? `<@${user.id}|${user.name}>` : whole;
    })
    .replace(/(?<![<\w])#([\p{L}\p{N}_-]+)/gu, (whole, name) => {
      const channel = [...world.channels.values()].find((one) => one.kind !== 'im' && one.name === name);
      return channel ? `<#${channel.id}|${channel.name}>` : whole;
    });
}

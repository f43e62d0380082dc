import type { ComponentChildren } from 'preact';
import { RailButton } from '../messages/channel-header.tsx';
import { Icon, type IconName } from './icon.tsx';

/** The bar over a place that is no channel. */
export function PlaceHead({
  icon,
  title,
  openRail,
  children,
}: {
  icon: IconName;
  title: string;
  openRail(): void;
  children?: ComponentChildren;
}) {
  return (
    <header class="channel-head">
      <div class="channel-line">
        <RailButton open={openRail} />
        <Icon name={icon} />
        <h1>{title}</h1>
        <span class="head-space" />
        {children}
      </div>
    </header>
  );
}

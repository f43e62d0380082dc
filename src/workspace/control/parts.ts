import type { Courier } from '../deliveries/courier.ts';
import type { SocketTransport } from '../deliveries/socket.ts';
import type { Snapshot } from '../state/snapshot.ts';
import type { World } from '../state/world.ts';
import type { Traffic } from '../traffic/traffic.ts';
import type { RateLimits } from '../web-api/rate-limits.ts';
import type { Epoch } from './epoch.ts';
import type { Faults } from './faults.ts';

/** What the control interface works on. */
export interface ControlParts {
  world: World;
  courier: Courier;
  faults: Faults;
  epoch: Epoch;
  limits: RateLimits;
  traffic: Traffic;
  /** Methods that were asked for and are not there, with how often. */
  unknown: Map<string, number>;
  /** The workspace as it stood when this process began. */
  beginning: () => Snapshot;
  socket: SocketTransport | null;
}

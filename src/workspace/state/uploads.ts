import { SlackError } from '../slack-error.ts';
import { storeFile } from './files.ts';
import type { StoredFile } from './model.ts';
import type { World } from './world.ts';

interface Upload {
  file_id: string;
  name: string;
  length: number;
  bytes: Buffer | null;
}

/** Uploads between `getUploadURLExternal` and `completeUploadExternal`. One per workspace. */
export interface Uploads {
  begin(name: string, length: number): { ticket: string; file_id: string };
  /** Takes the raw bytes. Throws when the ticket is unknown or the length is not the announced one. */
  receive(ticket: string, bytes: Buffer): void;
  complete(file_id: string, title: string | undefined, user: string): StoredFile;
}

export function createUploads(world: World): Uploads {
  const uploads = new Map<string, Upload>();
  return {
    begin(name, length) {
      const ticket = world.ids.secret(20);
      const file_id = world.ids.next('F');
      uploads.set(ticket, { file_id, name, length, bytes: null });
      return { ticket, file_id };
    },
    receive(ticket, bytes) {
      const upload = uploads.get(ticket);
      if (!upload) throw new SlackError('invalid_ticket');
      if (bytes.length !== upload.length) throw new SlackError('file_upload_size_mismatch');
      upload.bytes = bytes;
    },
    complete(file_id, title, user) {
      const [ticket, upload] = [...uploads].find(([, one]) => one.file_id === file_id) ?? [];
      if (!upload || ticket === undefined) throw new SlackError('file_not_found');
      if (!upload.bytes) throw new SlackError('file_upload_not_completed');
      uploads.delete(ticket);
      return storeFile(world, {
        name: upload.name,
        title: title ?? upload.name,
        user,
        bytes: upload.bytes,
        id: file_id,
      });
    },
  };
}

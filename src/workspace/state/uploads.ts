import { SlackError } from '../slack-error.ts';
import { storeFile } from './files.ts';
import type { StoredFile } from './model.ts';
import type { World } from './world.ts';

interface Upload {
  file_id: string;
  name: string;
  length: number;
  alt_txt: string;
  bytes: Buffer | null;
}

/** Uploads between `getUploadURLExternal` and `completeUploadExternal`. One per workspace. */
export interface Uploads {
  begin(name: string, length: number, alt_txt?: string): { ticket: string; file_id: string };
  /** Takes the raw bytes, once. Throws when the ticket is unknown or used, or the length is not the announced one. */
  receive(ticket: string, bytes: Buffer): void;
  /** Throws `file_not_found` for an unknown or completed file, and for one whose bytes never came. */
  check(file_id: string): void;
  complete(file_id: string, title: string | undefined, user: string): StoredFile;
}

export function createUploads(world: World): Uploads {
  const uploads = new Map<string, Upload>();
  const arrived = (file_id: string) => {
    for (const [ticket, upload] of uploads) {
      if (upload.file_id === file_id && upload.bytes) return { ...upload, ticket, bytes: upload.bytes };
    }
    throw new SlackError('file_not_found');
  };
  return {
    begin(name, length, alt_txt = '') {
      const ticket = world.ids.secret(20);
      const file_id = world.ids.next('F');
      uploads.set(ticket, { file_id, name, length, alt_txt, bytes: null });
      return { ticket, file_id };
    },
    receive(ticket, bytes) {
      const upload = uploads.get(ticket);
      if (!upload || upload.bytes) throw new SlackError('invalid_ticket');
      if (bytes.length !== upload.length) throw new SlackError('file_upload_size_mismatch');
      upload.bytes = bytes;
    },
    check: (file_id) => void arrived(file_id),
    complete(file_id, title, user) {
      const { ticket, name, alt_txt, bytes } = arrived(file_id);
      uploads.delete(ticket);
      return storeFile(world, { name, title: title ?? name, alt_txt, user, bytes, id: file_id });
    },
  };
}
